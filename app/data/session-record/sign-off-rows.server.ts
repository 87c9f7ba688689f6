import { z } from "zod";
import type { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "~/data/database.server";
import { toInstant, toInstantOrNull } from "~/data/stored-time.server";
import {
  sessionRecord,
  type Acceptance,
  type ListedSignOff,
  type SignedFacts,
  type SignOff,
} from "~/domain/record/schema";

const include = {
  events: { orderBy: { seq: "asc" } },
  acceptances: { orderBy: { id: "asc" } },
} satisfies Prisma.SignOffInclude;

type SignOffRow = Prisma.SignOffGetPayload<{ include: typeof include }>;

const { signOffs: signOffShape, acceptances: acceptanceShape } = sessionRecord.shape;

const bareSignOff = signOffShape.element.omit({ facts: true });

/**
 * Facts were read by the whole schema when they were signed and are never changed since: here it is enough to see that
 * they are such a document, for they are as large as all the rest of a record.
 */
const signedFacts = z.custom<SignOff["facts"]>(
  (stored) => z.looseObject({ format: sessionRecord.shape.format }).safeParse(stored).success,
);

type Signed<S> = { signOffs: S[]; acceptances: Acceptance[] };

/** The sign-offs of each session, oldest first, and the acceptances that they carry. */
export async function loadSignOffs(
  tx: Transaction,
  organisationId: string,
  sessionIds: string[],
): Promise<Map<string, Signed<SignOff>>> {
  return loadWith(tx, organisationId, sessionIds, async (signOffIds) => {
    const where = { organisationId, signOffId: { in: signOffIds } };
    const rows = await tx.signOffFacts.findMany({ where });
    return new Map(rows.map(({ signOffId, facts }) => [signOffId, signedFacts.parse(facts)]));
  });
}

/** The same as lists need them: what was signed stays where it is, but for its policy. */
export async function loadListedSignOffs(
  tx: Transaction,
  organisationId: string,
  sessionIds: string[],
): Promise<Map<string, Signed<ListedSignOff>>> {
  return loadWith(tx, organisationId, sessionIds, async (signOffIds) => {
    const rows = await tx.$queryRaw<{ id: string; policy: SignedFacts["policy"] }[]>`
      SELECT sign_off_id AS id, facts -> 'policy' AS policy FROM sign_off_facts
      WHERE organisation_id = ${organisationId}::uuid AND sign_off_id = ANY (${signOffIds}::uuid[])`;
    return new Map(rows.map(({ id, policy }) => [id, { policy }]));
  });
}

async function loadWith<F>(
  tx: Transaction,
  organisationId: string,
  sessionIds: string[],
  loadFacts: (signOffIds: string[]) => Promise<Map<string, F>>,
): Promise<Map<string, Signed<Omit<SignOff, "facts"> & { facts: F }>>> {
  const rows = await tx.signOff.findMany({
    where: { organisationId, sessionId: { in: sessionIds } },
    include,
    orderBy: [{ signedAt: "asc" }, { id: "asc" }],
  });
  const signed = await loadFacts(rows.map(({ id }) => id));
  const found = new Map(
    sessionIds.map((id): [string, Signed<Omit<SignOff, "facts"> & { facts: F }>] => [
      id,
      { signOffs: [], acceptances: [] },
    ]),
  );
  for (const row of rows) {
    const facts = signed.get(row.id);
    if (facts === undefined) throw new Error("A sign-off has lost the facts that were signed");
    found.get(row.sessionId)?.signOffs.push({ ...toSignOff(row), facts });
    found.get(row.sessionId)?.acceptances.push(...row.acceptances.map(toAcceptance));
  }
  return found;
}

function toSignOff(row: SignOffRow): Omit<SignOff, "facts"> {
  return bareSignOff.parse({
    id: row.id,
    at: toInstant(row.signedAt),
    by: row.signedBy,
    rules: row.rules,
    digest: row.digest,
    events: row.events.map(({ happenedAt, kind, causedBy, digest, changes }) => ({
      at: toInstant(happenedAt),
      kind,
      by: causedBy,
      digest,
      changes,
    })),
  });
}

function toAcceptance(row: SignOffRow["acceptances"][number]): Acceptance {
  return acceptanceShape.element.parse({
    id: row.id,
    signOffId: row.signOffId,
    requirement: row.requirement,
    code: row.code,
    subject: row.subject,
    reason: row.reason,
    by: row.acceptedBy,
    at: toInstant(row.acceptedAt),
    until: toInstantOrNull(row.until),
    endedAt: toInstantOrNull(row.endedAt),
  });
}
