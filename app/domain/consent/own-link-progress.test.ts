import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import { viewAt } from "../readiness/view";
import type { ConsentEvent } from "../record/participant";
import { linkProgress, type RequestFacts } from "./own-link-progress";

const record = aRecord();
const start = Temporal.Instant.from(record.session.startsAt);
const [participant] = record.participants;
if (!participant) throw new Error("Nobody takes part");

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

type Answer = Partial<ConsentEvent>;

/** The first young person's own answers to every question, through their link, but for what `but` says of each. */
function answered(but: (answer: ConsentEvent) => Answer | null = () => ({})) {
  const own = record.consentEvents
    .filter(
      ({ participantId, giver }) => participantId === request.participantId && giver.relationship === "self",
    )
    .map((one) => ({ ...one, how: "link" as const, at: early.toString(), recordedAt: early.toString() }));
  const consentEvents = own.flatMap((one) => {
    const change = but(one);
    return change ? [{ ...one, ...change }] : [];
  });
  return { ...record, consentEvents };
}
const only = (scope: string, change: Answer) => answered((one) => (one.scope === scope ? change : null));
const before = early.subtract({ seconds: 1 }).toString();

test.each<[string, string, typeof record]>([
  ["answered", "yes to everything", answered()],
  [
    "answered",
    "answers of which a worker wrote some down",
    answered(({ scope }) => (scope === "voice" ? { how: "paper" } : {})),
  ],
  ["answered", "a no among them", answered(({ scope }) => (scope === "voice" ? { answer: "no" } : {}))],
  ["answered", "a no to taking part", only("take_part", { answer: "no" })],
  ["asked", "a yes to taking part alone", only("take_part", {})],
  ["asked", "a no alone, where each yes was not taken", only("camera", { answer: "no" })],
  ["asked", "taking the camera alone back", only("camera", { answer: "withdrawn" })],
  ["asked", "answers of somebody else", answered(() => ({ participantId: "somebody else" }))],
  ["asked", "answers from before they were asked", answered(() => ({ recordedAt: before }))],
  [
    "asked",
    "one from before they were asked",
    answered(({ scope }) => (scope === "voice" ? { recordedAt: before } : {})),
  ],
])("is %s after %s", (expected, _what, said) => {
  expect(linkProgress(viewAt(said, at(60)), request)).toBe(expected);
});

test.each([
  [60, "asked"],
  [40, "overdue"],
] as const)(
  "%d hours before the start a question that came after every answer makes it %s",
  (hours, expected) => {
    const said = answered();
    expect(linkProgress(viewAt(said, at(hours)), request)).toBe("answered");
    const { session } = said;
    const photos = { ...said, session: { ...session, media: { ...session.media, images: true } } };
    expect(linkProgress(viewAt(photos, at(hours)), request)).toBe(expected);
  },
);

test.each<[string, Answer]>([
  ["answered", { answer: "withdrawn" }],
  ["answered", { answer: "no" }],
  ["asked", { answer: "no", how: "paper" }],
])("a link that was made after the start is %s by %j", (expected, change) => {
  const recordedAt = at(-1).toString();
  const said = only("camera", { ...change, at: recordedAt, recordedAt });
  expect(linkProgress(viewAt(said, at(-2)), { ...request, askedAt: start.toString() })).toBe(expected);
});
