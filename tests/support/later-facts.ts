import type { Temporal } from "temporal-polyfill";
import type { SessionRecord } from "~/domain/record/schema";
import { randomFrom } from "./random-from";

/** The record with things added that reached it after `at`: answers, briefings, statements, people, checks and more. */
export function laterFacts(record: SessionRecord, at: Temporal.Instant, seed: number): SessionRecord {
  const random = randomFrom(seed);
  const later = at.add({ minutes: 1 + Math.floor(random() * 10_000) }).toString();
  const some = <T>(items: T[]): T[] => items.filter(() => random() < 0.5);
  const again = <T extends { id: string }>(items: T[], change: (item: T) => T): T[] => [
    ...items,
    ...some(items).map((item) => ({ ...change(item), id: `${item.id.slice(0, 50)}-later` })),
  ];
  const by = record.session.plannedBy;
  return {
    ...record,
    participants: again(record.participants, (p) => ({
      ...p,
      addedAt: later,
      birth: "2016-01-01",
      accessRoute: null,
    })),
    consentEvents: again(record.consentEvents, (event) => ({
      ...event,
      seq: event.seq + 10_000,
      answer: random() < 0.5 ? ("withdrawn" as const) : ("no" as const),
      recordedAt: later,
    })),
    briefings: again(record.briefings, (briefing) => ({ ...briefing, points: [], recordedAt: later })),
    statements: again(record.statements, (statement) => ({
      ...statement,
      answer: "no" as const,
      recordedAt: later,
    })),
    acceptances: again(record.acceptances, (acceptance) => ({ ...acceptance, at: later })),
    platformModes: record.platformModes.map((mode) => ({
      ...mode,
      reviews: [
        ...mode.reviews,
        ...some(mode.reviews).map((review) => ({ ...review, reviewedOn: "2030-01-01", recordedAt: later })),
      ],
    })),
    adults: record.adults.map((adult) => ({
      ...adult,
      stoodDownAt: adult.stoodDownAt ?? (random() < 0.3 ? later : null),
      vetting: again(adult.vetting, (check) => ({
        ...check,
        issuedOn: "2030-01-01",
        clearedForRole: false,
        recordedAt: later,
      })),
      training: again(adult.training, (training) => ({
        ...training,
        completedOn: "2030-01-01",
        recordedAt: later,
      })),
      otherSessions: [
        ...adult.otherSessions,
        ...(random() < 0.3
          ? [
              {
                sessionId: "later",
                startsAt: record.session.startsAt,
                endsAt: record.session.endsAt,
                recordedAt: later,
              },
            ]
          : []),
      ],
    })),
    session: {
      ...record.session,
      assignments: again(record.session.assignments, (assignment) => ({
        ...assignment,
        role: "observer" as const,
        addedAt: later,
      })),
      timesSince: record.session.timesSince ?? (random() < 0.3 ? later : null),
      cancelled: record.session.cancelled ?? (random() < 0.3 ? { at: later, by, reason: "Later" } : null),
    },
  };
}
