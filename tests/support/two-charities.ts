import { Temporal } from "temporal-polyfill";
import { listMail } from "~/data/mail.server";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import type { SessionRecord } from "~/domain/record/schema";
import { askForAnswers } from "~/services/ask-for-answers.server";
import { endMembership } from "~/services/end-membership.server";
import { findCurrentWordings } from "~/data/consent-wordings.server";
import { defaultWordingLanguage } from "~/domain/defaults/consent-wordings";
import { invite } from "~/services/invite.server";
import { makeMember } from "../factories/organisation";
import { loginToken } from "./login-token";
import { storeScenario, type StoredSession } from "./stored-session";

/** The people of the walls, in the order of the table's columns. */
export const people = [
  "signed out",
  "planner",
  "other planner",
  "approver",
  "lead",
  "administrator",
  "reviewer",
  "unconfirmed",
  "ended",
] as const;
export type Person = (typeof people)[number];

/** The parameters of all routes, by name. */
export type Ids = Record<string, string>;

export type TwoCharities = {
  own: StoredSession;
  other: StoredSession;
  /** What the addresses of a walk name. `absent`: UUIDs that stand for nothing. */
  ids: { own: Ids; other: Ids; absent: Ids };
  actors: Record<Exclude<Person, "signed out" | "ended">, Actor>;
  /** The token of each person's login; none for who is signed out. */
  logins: Record<Person, string | null>;
};

/**
 * Two organisations alike, each with the same session and people, and everybody who walks: members of the first.
 */
export async function twoCharities(): Promise<TwoCharities> {
  const own = await storeScenario("s01", { upToDate: true, change: twoAdultsAlike });
  const other = await storeScenario("s01", { upToDate: true, change: twoAdultsAlike });
  const reviewer = await makeMember(own.amina, ["reviewer"]);
  const unconfirmed = await makeMember(own.amina, ["approver"]);
  const leaver = await makeMember(own.amina, ["planner", "approver", "safeguarding_lead", "administrator"]);
  const ended = await loginToken(leaver);
  const outcome = await endMembership(own.rowan, leaver.userId, { version: 1 });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const actors = {
    planner: own.amina,
    "other planner": own.sorrel,
    approver: own.idris,
    lead: own.petra,
    administrator: own.rowan,
    reviewer,
    unconfirmed,
  };
  const ids = { own: await idsOf(own), other: await idsOf(other) };
  return {
    own,
    other,
    ids: { ...ids, absent: Object.fromEntries(Object.keys(ids.own).map((name) => [name, newId()])) },
    actors,
    logins: {
      "signed out": null,
      planner: await loginToken(actors.planner),
      "other planner": await loginToken(actors["other planner"]),
      approver: await loginToken(actors.approver),
      lead: await loginToken(actors.lead),
      administrator: await loginToken(actors.administrator),
      reviewer: await loginToken(reviewer),
      unconfirmed: await loginToken(unconfirmed, { confirmed: false }),
      ended,
    },
  };
}

/** Two adults of one address, so that there is somebody to be told apart. */
function twoAdultsAlike({ adults }: SessionRecord): void {
  for (const adult of adults.slice(0, 2)) adult.email = "shared@lanternmoor.example";
}

async function idsOf({ record, sessionId, amina, rowan, sorrel }: StoredSession): Promise<Ids> {
  const invited = await invite(rowan, { name: "Sam", email: null, roles: ["planner"] }, { sendsMail: false });
  if (!invited.ok) throw new Error(invited.refusal.message);
  const participantId = present(record.participants[0]).id;
  // Before the session starts, and not in what is still the future of whoever reads it.
  const anHourBefore = Temporal.Instant.from(record.session.startsAt).subtract({ hours: 1 });
  const now = Temporal.Now.instant();
  const clock = () => (Temporal.Instant.compare(now, anHourBefore) < 0 ? now : anHourBefore);
  const wish = [{ participantId, check: { kind: "word", word: "lantern" } as const }];
  const asked = await askForAnswers(amina, sessionId, wish, { clock });
  if (!asked.ok) throw new Error(asked.refusal.message);
  const [wording] = (await findCurrentWordings(rowan, defaultWordingLanguage)).values();
  return {
    sessionId,
    participantId,
    wordingId: present(wording).id,
    requestId: present(asked.value.requests[0]).requestId,
    assignmentId: present(record.session.assignments[0]).id,
    modeId: present(record.session.platforms[0]).modeId,
    adultId: present(record.adults[0]).id,
    otherId: present(record.adults[1]).id,
    userId: sorrel.userId,
    invitationId: invited.value.invitationId,
    mailId: await mailIdOf(rowan),
    organisationId: rowan.organisationId,
  };
}

/** A mail that was to leave. */
async function mailIdOf(rowan: Actor): Promise<string> {
  const by = { name: "Sam", email: "sam@lanternmoor.example", roles: ["planner" as const] };
  await invite(rowan, by, { sendsMail: true });
  return present((await listMail(rowan))[0]).id;
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The scenario holds less than the walk needs");
  return value;
}
