import { Temporal } from "temporal-polyfill";
import type { Adult } from "../record/adult";
import type { AdultRole } from "../record/fields";
import type { Participant } from "../record/participant";
import type { PlatformMode } from "../record/platform-mode";
import type { Facts } from "../record/schema";
import type { Assignment, ChosenMode } from "../record/session";
import type { Statement, StatementKind } from "../record/statement";
import { ageOn } from "../time/age";
import { newestOf } from "../time/order";
import { withTimesOfThen } from "./entered-late";
import { visibleAt } from "./visible";

export type AssignedAdult = { assignment: Assignment; adult: Adult };
export type LinkedMode = { chosen: ChosenMode; mode: PlatformMode };

/** A record as it stood at one moment, with the look-ups that rules share. All dates are local to the session's zone. */
export type View = {
  facts: Facts;
  at: Temporal.Instant;
  start: Temporal.Instant;
  end: Temporal.Instant;
  startDate: Temporal.PlainDate;
  endDate: Temporal.PlainDate;
  hosting: boolean;
  /** Whether young people take part by name, as against an audience that is not named. Whoever is on the list is named. */
  named: boolean;
  participants: Participant[];
  assigned: AssignedAdult[];
  modes: LinkedMode[];
  /** When the chain of platforms last changed; `null` before one is chosen. */
  platformsSince: Temporal.Instant | null;
  /** Age in whole years on the session's local start date; `null` where no birth is held. */
  ageOf: (participant: Participant) => number | null;
  /** The same on another local date; a redacted record holds no births and gives the age on the session's own. */
  ageOn: (participant: Participant, on: Temporal.PlainDate) => number | null;
  inRole: (role: AdultRole) => AssignedAdult[];
  /** The newest statement of a kind about somebody or something, of those that `concerns` lets through. */
  statement: (
    kind: StatementKind,
    about: { kind: Statement["about"]["kind"]; id: string },
    concerns?: (statement: Statement) => boolean,
  ) => Statement | null;
  sessionStatement: (kind: StatementKind) => Statement | null;
  /** The last local start date that lets the session end on or before `date`. */
  lastStart: (date: Temporal.PlainDate) => Temporal.PlainDate;
};

/** What everybody calls a participant inside the team: the display name, or the session code where none is held. */
export function nameOf(participant: Participant): string {
  return participant.displayName ?? participant.code;
}

export function viewAt(recordFacts: Facts, at: Temporal.Instant): View {
  const facts = withTimesOfThen(visibleAt(recordFacts, at));
  const { session } = facts;
  const start = Temporal.Instant.from(session.startsAt);
  const end = Temporal.Instant.from(session.endsAt);
  const startDate = start.toZonedDateTimeISO(session.zone).toPlainDate();
  const endDate = end.toZonedDateTimeISO(session.zone).toPlainDate();
  const nights = startDate.until(endDate).days;
  const adults = new Map(facts.adults.map((adult) => [adult.id, adult]));
  const modes = new Map(facts.platformModes.map((mode) => [mode.id, mode]));
  const derivedAges = facts.derived && new Map(facts.derived.ages.map((one) => [one.participantId, one.age]));
  const ageAt: View["ageOn"] = ({ id, birth }, on) =>
    derivedAges ? (derivedAges.get(id) ?? null) : birth === null ? null : ageOn(birth, on);

  const assigned = session.assignments.flatMap((assignment) => {
    const adult = adults.get(assignment.adultId);
    return adult ? [{ assignment, adult }] : [];
  });
  const statement: View["statement"] = (kind, about, concerns = () => true) =>
    newestOf(
      facts.statements.filter(
        (s) => s.kind === kind && s.about.kind === about.kind && s.about.id === about.id && concerns(s),
      ),
      ({ recordedAt }) => recordedAt,
    );

  return {
    facts,
    at,
    start,
    end,
    startDate,
    endDate,
    hosting: session.kind === "host",
    named: session.audience === "named" || facts.participants.length > 0 || !mayBeUnnamed(session),
    participants: facts.participants,
    assigned,
    modes: session.platforms.flatMap((chosen) => {
      const mode = modes.get(chosen.modeId);
      return mode ? [{ chosen, mode }] : [];
    }),
    platformsSince: latest(session.platforms.map((chosen) => chosen.chosenAt)),
    ageOf: (participant) => ageAt(participant, startDate),
    ageOn: ageAt,
    inRole: (role) => assigned.filter((entry) => entry.assignment.role === role),
    statement,
    sessionStatement: (kind) => statement(kind, { kind: "session", id: session.id }),
    lastStart: (date) => date.subtract({ days: nights }),
  };
}

/** Only a livestream of our own can have an audience that is not named: in a call everybody takes part. */
function mayBeUnnamed({ kind, format }: Facts["session"]): boolean {
  return kind === "host" && format === "livestream";
}

/** The later of several instants, or `null` of none. */
export function latest(instants: string[]): Temporal.Instant | null {
  const sorted = instants.map((value) => Temporal.Instant.from(value)).sort(Temporal.Instant.compare);
  return sorted.at(-1) ?? null;
}

/** Whether `recordedAt` is older than `since`, so that what it says no longer counts. */
export function olderThan(recordedAt: string, since: Temporal.Instant | string | null): boolean {
  if (since === null) return false;
  return Temporal.Instant.compare(Temporal.Instant.from(recordedAt), Temporal.Instant.from(since)) < 0;
}
