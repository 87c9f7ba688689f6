import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aFullRecord } from "../../../tests/factories/full-record";
import { fieldsIn, leafOfEachKind, leavesOf } from "../../../tests/support/leaves";
import type { SessionRecord } from "../record/schema";
import { visibleAt } from "./visible";

/** Later than everything in the record. In the east of the world the next day has begun by then. */
const at = Temporal.Instant.from("2026-12-31T10:00:00Z");
const now = at.toString();
const justAfter = at.add({ milliseconds: 1 }).toString();
const tomorrow = "2027-01-01";
const dayAfter = "2027-01-02";

const size = (record: SessionRecord) =>
  leavesOf(visibleAt(record, at)).filter(({ value }) => value !== null).length;

/** Every moment at which a part of a record became known, or was said to happen. */
const moments = `
acceptances: at
adults: differsFrom.recordedAt otherSessions.recordedAt over18.recordedAt stoodDownAt training.recordedAt vetting.recordedAt
briefings: briefedAt recordedAt
consentEvents: at confirmedBy.at recordedAt
participants: addedAt displayNameConfirmed.recordedAt noSurname.recordedAt notCaptured.recordedAt
platformModes: reviews.recordedAt
session: accounts.recordedAt audienceNotice.recordedAt audienceRestricted.recordedAt cancelled.at recordedLate.at riskAssessment.recordedAt saving.recordedAt timesSince titleConfirmed.recordedAt topic.changedAt
session.assignments: addedAt confirmed.recordedAt device.recordedAt
session.organiser: content.recordedAt reused.recordedAt saved.recordedAt suitability.recordedAt
session.places: since suitable.recordedAt
session.platforms: checked.recordedAt chosenAt
statements: recordedAt
`;

/** Every day on which something is said to have been done. */
const days = `
adults: training.completedOn vetting.issuedOn vetting.lastStatusCheckOn
platformModes: reviews.reviewedOn
session: riskAssessment.completedOn
statements: statedOn
`;

function leftOut(written: RegExp, inTime: string, late: string): string[] {
  const record = aFullRecord();
  const known = size(record);
  return leafOfEachKind(record).flatMap(({ kind, value, put }) => {
    if (typeof value !== "string" || !written.test(value) || kind.startsWith("signOffs")) return [];
    put(inTime);
    const stays = size(record) === known;
    put(late);
    const goes = size(record) < known;
    put(value);
    return stays && goes ? [kind.replaceAll(/\.\*/g, "")] : [];
  });
}

describe("at a moment nothing is known yet of", () => {
  test("what was recorded, or happens, later", () => {
    expect(leftOut(/^\d{4}-\d\d-\d\dT/, now, justAfter).sort()).toEqual(fieldsIn(moments));
  });

  test("what was done on a day that has not begun anywhere", () => {
    expect(leftOut(/^\d{4}-\d\d-\d\d$/, tomorrow, dayAfter).sort()).toEqual(fieldsIn(days));
  });

  test("but a no counts from when it is known, whatever day it speaks of", () => {
    const record = aFullRecord();
    const known = size(record);
    for (const event of record.consentEvents.filter(({ answer }) => answer === "no")) event.at = justAfter;
    const [stated] = record.statements;
    Object.assign(stated ?? {}, { answer: "no", statedOn: dayAfter });
    expect(size(record)).toBe(known);
  });
});

test("what is not answered stays unanswered", () => {
  const record = aFullRecord();
  Object.assign(record.session, {
    accounts: null,
    topic: null,
    organiser: null,
    timesSince: null,
    cancelled: null,
    recordedLate: null,
    riskAssessment: null,
  });
  for (const adult of record.adults) Object.assign(adult, { over18: null, stoodDownAt: null });
  for (const event of record.consentEvents) event.confirmedBy = null;
  for (const check of record.adults.flatMap(({ vetting }) => vetting)) check.lastStatusCheckOn = null;
  expect(visibleAt(record, at)).toEqual(record);
});
