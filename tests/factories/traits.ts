import type { Adult } from "~/domain/record/adult";
import type { ConsentScope } from "~/domain/record/fields";
import type { ConsentEvent, Participant } from "~/domain/record/participant";
import type { PlatformMode } from "~/domain/record/platform-mode";
import type { Assignment, Session } from "~/domain/record/session";
import type { Statement, StatementKind } from "~/domain/record/statement";
import type { Answered } from "./consents";
import { anAnswer } from "./consents";
import { SHARED } from "./plan";
import type { Trait } from "./record";
import { aChosenMode } from "./session";
import { yearlyStatements } from "./statements";

/** Finds what a trait is about; a slug that is not there is a mistake in the scenario. */
export function find<T extends { id: string }>(list: T[], id: string): T {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`There is no ${id} in this record`);
  return found;
}

export function withSession(changes: Partial<Session>): Trait {
  return (record) => void Object.assign(record.session, structuredClone(changes));
}

/** A platform beside the first, set up and looked at as that one was. */
export function alsoOn(second: PlatformMode): Trait {
  return (record) => {
    record.platformModes.push(second);
    record.session.platforms.push(aChosenMode(SHARED, second));
  };
}

export function withMedia(changes: Partial<Session["media"]>): Trait {
  return (record) => void Object.assign(record.session.media, structuredClone(changes));
}

export function withAdult(id: string, changes: Partial<Adult>): Trait {
  return (record) => void Object.assign(find(record.adults, id), structuredClone(changes));
}

export function withParticipant(id: string, changes: Partial<Participant>): Trait {
  return (record) => void Object.assign(find(record.participants, id), structuredClone(changes));
}

/** Changes an adult's part in the session; an assignment is known as `odalys-fennimore-as-host`. */
export function withAssignment(id: string, changes: Partial<Assignment>): Trait {
  return (record) => void Object.assign(find(record.session.assignments, id), structuredClone(changes));
}

/** Takes somebody out of the session's adults; their record stays. */
export function without(adultId: string): Trait {
  return (record) => {
    record.session.assignments = record.session.assignments.filter((one) => one.adultId !== adultId);
  };
}

/** Gives an adult a part, as somebody already assigned has theirs; a new adult makes their yearly statements. */
export function alsoAssigned(
  adult: Adult,
  role: Assignment["role"],
  changes: Partial<Assignment> = {},
): Trait {
  return (record) => {
    const pattern = find(record.session.assignments, "odalys-fennimore-as-host");
    if (!record.adults.some((one) => one.id === adult.id)) {
      record.adults.push(structuredClone(adult));
      if (role !== "guest") record.statements.push(...yearlyStatements(adult.id, "2026-09-01"));
    }
    const id = `${adult.id}-as-${role.replaceAll("_", "-")}`;
    record.session.assignments.push({ ...structuredClone(pattern), id, adultId: adult.id, role, ...changes });
  };
}

/** Adds an answer after all that are on record. */
export function thenAnswered(answer: Answered & { at: string }): Trait {
  return (record) => {
    const seq = Math.max(0, ...record.consentEvents.map((event) => event.seq)) + 1;
    record.consentEvents.push(anAnswer({ ...answer, seq }));
  };
}

/** Takes answers away as if they had never been asked for. */
export function neverAsked(matches: (event: ConsentEvent) => boolean): Trait {
  return (record) => {
    record.consentEvents = record.consentEvents.filter((event) => !matches(event));
  };
}

/** A yes to something more, at `at`, from everybody who said yes to taking part. */
export function agreedByAll(scope: ConsentScope, at = "2026-11-16T15:00:00Z"): Trait {
  return ({ consentEvents }) => {
    const asked = consentEvents.filter((event) => event.scope === "take_part");
    consentEvents.push(
      ...asked.map((event) => ({
        ...event,
        id: `${event.id}-${scope}`,
        seq: event.seq + 100,
        scope,
        at,
        recordedAt: at,
      })),
    );
  };
}

export function alsoStated(statement: Statement): Trait {
  return (record) => void record.statements.push(structuredClone(statement));
}

export function neverStated(kind: StatementKind): Trait {
  return (record) => {
    record.statements = record.statements.filter((one) => one.kind !== kind);
  };
}

export function statedNo(kind: StatementKind): Trait {
  return (record) => {
    for (const statement of record.statements) if (statement.kind === kind) statement.answer = "no";
  };
}

export function statedAt(kind: StatementKind, recordedAt: string): Trait {
  return (record) => {
    for (const statement of record.statements) if (statement.kind === kind) statement.recordedAt = recordedAt;
  };
}
