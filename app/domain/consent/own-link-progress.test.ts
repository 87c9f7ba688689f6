import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import { viewAt } from "../readiness/view";
import { linkProgress, type RequestFacts } from "./own-link-progress";

const record = aRecord();
const start = Temporal.Instant.from(record.session.startsAt);
const [participant] = record.participants;
const [event] = record.consentEvents;
if (!participant || !event) throw new Error("Nobody takes part");

const early = start.subtract({ hours: 100 });
const request: RequestFacts = {
  participantId: participant.id,
  askedAt: early.toString(),
  openedAt: null,
  locked: false,
  opens: true,
};
const at = (hoursBefore: number) => start.subtract({ minutes: hoursBefore * 60 });

test.each<[string, number, Partial<RequestFacts>]>([
  ["asked", 48, {}],
  ["opened", 48, { openedAt: early.toString() }],
  ["overdue", 47.75, {}],
  ["overdue", 1, { openedAt: early.toString() }],
  ["overdue", -1, {}],
  ["asked", -1, { askedAt: start.toString() }],
  ["opened", -2, { askedAt: start.toString(), openedAt: start.toString() }],
  ["locked", 60, { locked: true }],
  ["locked", 1, { locked: true }],
  ["broken", 60, { opens: false, locked: true }],
])("is %s, %d hours before the start, with %j", (expected, hours, facts) => {
  const view = viewAt({ ...record, consentEvents: [] }, at(hours));
  expect(linkProgress(view, { ...request, ...facts })).toBe(expected);
});

test.each<[string, Partial<typeof event>]>([
  ["answered", {}],
  ["answered", { answer: "no" }],
  ["asked", { how: "paper" }],
  ["asked", { participantId: "somebody else" }],
  ["asked", { recordedAt: early.subtract({ seconds: 1 }).toString() }],
])("is %s after an answer that differs by %j", (expected, change) => {
  const answer = {
    ...event,
    participantId: request.participantId,
    how: "link" as const,
    recordedAt: early.toString(),
    ...change,
  };
  const view = viewAt({ ...record, consentEvents: [answer] }, at(60));
  expect(linkProgress(view, request)).toBe(expected);
});
