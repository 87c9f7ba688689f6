import type { Actor } from "~/domain/actor";
import { normalEmail } from "~/domain/people/standing";
import type { Policy } from "~/domain/record/organisation";
import type { Statement } from "~/domain/record/statement";
import { readOrganisation, type Transaction } from "./database.server";
import { loadAdults, type AdultAlone } from "./session-record/adult-rows.server";
import { loadPolicies, policyFor } from "./session-record/organisation-rows.server";
import { loadStatements } from "./session-record/statement-rows.server";
import { listUpcomingOn } from "./upcoming-sessions.server";

export type AdultOnRecord = {
  adult: AdultAlone;
  /** Rises with every change; forms carry it. */
  version: number;
  /** Of this adult, renewed from time to time. */
  statements: Statement[];
};

export type AdultList = { adults: AdultOnRecord[]; policy: Policy };

export type AdultPage = AdultOnRecord & {
  policy: Policy;
  /** The member who is this adult, where they have an account. */
  memberId: string | null;
  /** Everybody who ever belonged to the organisation, for who stated or recorded something. */
  names: Record<string, string>;
  /** Other adults with the same address whom nobody has told apart yet. */
  alike: { id: string; name: string }[];
  /** How many sessions still to come this adult has a part in. */
  upcoming: number;
};

/** Every adult of the actor's organisation, by name, with the policy that is in effect at `now` (ISO 8601). */
export function listAdults({ organisationId, userId }: Actor, now: string): Promise<AdultList> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => ({
    adults: await loadAll(tx, organisationId),
    policy: await policyAt(tx, organisationId, now),
  }));
}

/** One adult as their page shows them, or null where the organisation has none with this id. */
export function findAdult(
  { organisationId, userId }: Actor,
  adultId: string,
  now: string,
): Promise<AdultPage | null> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const all = await loadAll(tx, organisationId);
    const found = all.find(({ adult }) => adult.id === adultId);
    if (!found) return null;
    const members = await tx.membership.findMany({
      where: { organisationId },
      select: { userId: true, adultId: true, user: { select: { name: true } } },
    });
    const upcoming = await listUpcomingOn(tx, organisationId, { kind: "adult", adultId }, now);
    return {
      ...found,
      policy: await policyAt(tx, organisationId, now),
      memberId: members.find((member) => member.adultId === adultId)?.userId ?? null,
      names: Object.fromEntries(members.map((member) => [member.userId, member.user.name])),
      alike: all
        .filter(({ adult }) => maySeemOne(found.adult, adult))
        .map(({ adult: { id, name } }) => ({ id, name })),
      upcoming: upcoming.length,
    };
  });
}

/** Holds an adult's record until the transaction ends, and answers with its version; null where there is none. */
export async function lockAdult(
  tx: Transaction,
  organisationId: string,
  adultId: string,
): Promise<number | null> {
  const rows = await tx.$queryRaw<{ version: number }[]>`
    SELECT version FROM adult
    WHERE organisation_id = ${organisationId}::uuid AND id::text = ${adultId}
    FOR UPDATE`;
  return rows[0]?.version ?? null;
}

async function loadAll(tx: Transaction, organisationId: string): Promise<AdultOnRecord[]> {
  const rows = await tx.adult.findMany({
    where: { organisationId },
    select: { id: true, version: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const ids = rows.map(({ id }) => id);
  const adults = await loadAdults(tx, organisationId, ids);
  const { standing } = await loadStatements(tx, organisationId, { sessionIds: [], adultIds: ids });
  return rows.flatMap(({ id, version }) => {
    const adult = adults.get(id);
    const statements = standing.filter(({ about }) => about.kind === "adult" && about.id === id);
    return adult ? [{ adult, version, statements }] : [];
  });
}

async function policyAt(tx: Transaction, organisationId: string, now: string): Promise<Policy> {
  return policyFor(await loadPolicies(tx, organisationId), now, "Europe/London");
}

function maySeemOne(one: AdultAlone, other: AdultAlone): boolean {
  if (one.id === other.id || !one.email || !other.email) return false;
  const told = (a: AdultAlone, b: AdultAlone) => a.differsFrom.some(({ adultId }) => adultId === b.id);
  return normalEmail(one.email) === normalEmail(other.email) && !told(one, other) && !told(other, one);
}
