import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { withOrganisation } from "~/data/database.server";
import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import type { SessionRecord } from "~/domain/record/schema";
import { accept } from "~/domain/refusal";
import { change } from "~/services/change.server";
import { confirmedAt, makeMember, makeOrganisation } from "../factories/organisation";
import { shifted, weeksTo } from "../factories/shifted";
import { storeRecord } from "../factories/store-record";
import { withUuids } from "../factories/with-uuids";
import { scenarios } from "../scenarios/all";

const ROLES: Record<string, Role[]> = {
  "Amina Farrow": ["planner"],
  "Idris Marrowby": ["approver"],
  "Petra Hollowell": ["safeguarding_lead"],
  "Wren Castellow": ["planner"],
  "Odalys Fennimore": ["planner", "approver"],
};

export type StoredSession = {
  record: SessionRecord;
  sessionId: string;
  /** Plans the session. */
  amina: Actor;
  /** Signs sessions off. */
  idris: Actor;
  /** Designated safeguarding lead, on call. */
  petra: Actor;
  /** The young people's support contact; also a planner. */
  wren: Actor;
  /** Hosts the session; an approver of other sessions. */
  odalys: Actor;
  /** Administrator. */
  rowan: Actor;
  /** A planner with no part in the session. */
  sorrel: Actor;
  /** A member of another organisation, with every role. */
  stranger: Actor;
};

export type StoreOptions = {
  /** Changes the record before it is stored. */
  change?: (record: SessionRecord) => void;
  /** Moves the scenario so that its now is the latest Monday, as a browser's clock needs it. */
  upToDate?: boolean;
};

/** A scenario in a new organisation of its own, never sent or signed, and the people of it. Nothing is audited yet. */
export async function storeScenario(
  name: string,
  { change: changeIt, upToDate = false }: StoreOptions = {},
): Promise<StoredSession> {
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`There is no scenario ${name}`);
  const unsigned = structuredClone(scenario);
  Object.assign(unsigned, { signOffs: [], acceptances: [] });
  unsigned.session.submissions = [];
  changeIt?.(unsigned);
  const weeks = upToDate ? weeksTo(Temporal.Now.instant()) : 0;
  const record = withUuids(shifted(unsigned, weeks), randomUUID());
  const organisationId = record.organisation.id;
  await withOrganisation({ organisationId, actorId: null }, (tx) => storeRecord(tx, record));
  const people = new Map<string, Actor>();
  for (const { id: userId, name: called } of record.organisation.staff) {
    const actor = { organisationId, userId, roles: ROLES[called] ?? [], confirmedAt };
    people.set(called, actor);
    await giveRoles(actor);
  }
  const called = (name: string) => {
    const found = people.get(name);
    if (!found) throw new Error(`Nobody is called ${name}`);
    return found;
  };
  const everyRole: Role[] = ["planner", "approver", "safeguarding_lead", "administrator"];
  return {
    record,
    sessionId: record.session.id,
    amina: called("Amina Farrow"),
    idris: called("Idris Marrowby"),
    petra: called("Petra Hollowell"),
    wren: called("Wren Castellow"),
    odalys: called("Odalys Fennimore"),
    rowan: await makeMember(called("Amina Farrow"), ["administrator"]),
    sorrel: await makeMember(called("Amina Farrow"), ["planner"]),
    stranger: await makeOrganisation(everyRole),
  };
}

async function giveRoles(actor: Actor) {
  await change(actor, async ({ tx, record }) => {
    const { organisationId, userId, roles } = actor;
    await tx.membershipRole.createMany({ data: roles.map((role) => ({ organisationId, userId, role })) });
    record({ type: "membership.changed", subject: `user:${userId}`, roles: [...roles] });
    return accept(null);
  });
}
