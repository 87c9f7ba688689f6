import { Temporal } from "temporal-polyfill";
import type { Participant } from "../record/participant";
import { birthDate } from "../time/age";

/** What staff answer about one young person in one session. */
export type ParticipantAnswers = Pick<
  Participant,
  "displayName" | "firstName" | "surname" | "birth" | "accessRoute" | "needs" | "exposure"
> & {
  /** How it is known that the name shown does not identify: checked against the surname, or stated without one. */
  nameCheck: "surname" | "no_surname" | null;
  /** The very name that somebody looked at after the guard had warned of it; it counts for that name alone. */
  confirmedName: string | null;
  /** They agreed that nothing of them is captured, and who records it states so. */
  notCaptured: boolean;
};

type Recorded = { by: string; recordedAt: string };

const unseen: Participant["exposure"] = { camera: false, voice: false, name: false, chat: false };

/**
 * A participant as answered. What was stated stays as it was stated while it speaks of the same thing: a confirmed
 * name and the statement made in place of a surname hold for one display name only.
 */
export function answered(before: Participant, answers: ParticipantAnswers, now: Recorded): Participant {
  const { nameCheck, confirmedName, notCaptured, ...facts } = answers;
  const withSurname = nameCheck === "surname";
  const sameName = facts.displayName !== null && facts.displayName === before.displayName;
  return {
    ...before,
    ...facts,
    firstName: withSurname ? facts.firstName : null,
    surname: withSurname ? facts.surname : null,
    noSurname: nameCheck === "no_surname" ? ((sameName ? before.noSurname : null) ?? now) : null,
    displayNameConfirmed: confirmation(before, facts.displayName, confirmedName, now),
    exposure: notCaptured ? unseen : facts.exposure,
    notCaptured: notCaptured ? (before.notCaptured ?? now) : null,
  };
}

function confirmation(
  { displayNameConfirmed }: Participant,
  displayName: string | null,
  confirmedName: string | null,
  now: Recorded,
): Participant["displayNameConfirmed"] {
  if (displayName === null) return null;
  if (displayNameConfirmed?.displayName === displayName) return displayNameConfirmed;
  return confirmedName === displayName ? { ...now, displayName } : null;
}

/** Somebody new in a session, with nothing known yet. Until it is said otherwise, everything of them may be seen. */
export function newParticipant(key: Pick<Participant, "id" | "personId" | "code" | "addedAt">): Participant {
  return {
    ...key,
    firstName: null,
    surname: null,
    noSurname: null,
    displayName: null,
    displayNameConfirmed: null,
    birth: null,
    accessRoute: null,
    needs: [],
    exposure: { camera: true, voice: true, name: true, chat: true },
    notCaptured: null,
  };
}

/** What is wrong with a birth, in words, or null: nobody is born after today or more than 120 years ago. */
export function birthProblem(birth: string | null, today: Temporal.PlainDate): string | null {
  if (birth === null) return null;
  const earliest = Temporal.PlainDate.from(`${birth}-01-01`.slice(0, 10));
  if (Temporal.PlainDate.compare(earliest, today) > 0) return "Date of birth must be in the past";
  if (birthDate(birth).year < today.year - 120) return "Check the year of birth";
  return null;
}
