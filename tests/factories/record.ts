import type { Briefing, Participant } from "~/domain/record/participant";
import type { SessionRecord } from "~/domain/record/schema";
import { lanternmoorAdults } from "./adults";
import { consentsFor } from "./consents";
import { enteredAt } from "./diary";
import { AMINA, aPolicy, lanternmoor, WREN } from "./lanternmoor";
import type { Plan } from "./plan";
import { SHARED } from "./plan";
import { aSession } from "./session";
import { statementsFor } from "./statements";
import type { YoungPerson } from "./young-people";
import { slugOf } from "./young-people";

/** Changes a record that has just been made; `traits.ts` holds those that read well. */
export type Trait = (record: SessionRecord) => void;

/** Somebody as a participant of a plan; `index` counts from 0. */
export function aParticipant(plan: Plan, young: YoungPerson, index: number): Participant {
  const slug = slugOf(young);
  const added = young.addedAt ?? plan.diary.participantsAdded;
  return {
    id: slug,
    personId: `person-${slug}`,
    code: `YP-${String(index + 1).padStart(2, "0")}`,
    firstName: young.firstName,
    surname: young.surname,
    noSurname: null,
    displayName: young.displayName,
    displayNameConfirmed: null,
    birth: young.birth,
    accessRoute: young.route,
    needs: young.needs,
    exposure: young.exposure,
    notCaptured: young.notCaptured
      ? { by: AMINA, recordedAt: enteredAt(plan.diary, plan.diary.prepared) }
      : null,
    addedAt: added,
  };
}

/** A briefing with every point, given by Wren and recorded at once. */
export function aBriefing(
  participantId: string,
  briefedAt: string,
  changes: Partial<Briefing> = {},
): Briefing {
  return {
    id: `briefing-${participantId}`,
    participantId,
    briefedAt,
    how: "in_person",
    version: 1,
    points: ["live", "comments", "personal_information", "contact_requests", "donations", "who_to_tell"],
    briefedBy: "Wren Castellow",
    accessSupport: null,
    recordedAt: briefedAt,
    recordedBy: WREN,
    ...changes,
  };
}

function briefings(plan: Plan): Briefing[] {
  const late = plan.diary.enteredAt === null ? {} : { recordedAt: plan.diary.enteredAt };
  return plan.participants.flatMap((young) => {
    const at = young.briefedAt === undefined ? plan.diary.briefed : young.briefedAt;
    return at === null ? [] : [aBriefing(slugOf(young), at, late)];
  });
}

/**
 * A whole session record: the shared facts (five people aged 16 and 17 in a Zoom meeting that we host, everything
 * favourable) with what `changes` says otherwise, and the consents, briefings and statements that follow from it.
 * Traits then change the finished record.
 */
export function aRecord(changes: Partial<Plan> = {}, ...traits: Trait[]): SessionRecord {
  const plan: Plan = { ...SHARED, ...changes };
  const policy = aPolicy(plan.policy);
  const adults = lanternmoorAdults();
  const record: SessionRecord = {
    format: "greenroom.session-record/1",
    rules: "2026-11",
    organisation: lanternmoor(),
    policy,
    platformModes: plan.modes,
    adults,
    session: aSession(plan),
    participants: plan.participants.map((young, index) => aParticipant(plan, young, index)),
    consentEvents: consentsFor(plan, policy.parentConsentUnder),
    briefings: briefings(plan),
    statements: statementsFor(
      plan,
      adults.map((adult) => adult.id),
    ),
    acceptances: [],
    signOffs: [],
    audit: [],
    derived: null,
  };
  const own = structuredClone(record);
  for (const trait of traits) trait(own);
  return own;
}
