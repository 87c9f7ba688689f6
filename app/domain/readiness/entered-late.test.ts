import { expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import type { SessionRecord } from "../record/schema";
import { withTimesOfThen } from "./entered-late";

const entered = "2026-12-12T10:00:00Z";
const longAgo = "1970-01-01T00:00:00Z";

function enteredAfterwards(): SessionRecord {
  const record = aRecord();
  record.session.recordedLate = { at: entered, by: "user-amina-farrow", reason: "Forgotten" };
  record.session.timesSince = entered;
  for (const entry of [...record.session.places, ...Object.values(record.session.media)])
    if (entry !== null && typeof entry === "object") Object.assign(entry, { since: entered });
  for (const chosen of record.session.platforms) chosen.chosenAt = entered;
  for (const person of record.participants) person.addedAt = entered;
  if (record.session.topic) record.session.topic.changedAt = entered;
  return record;
}

test("what was entered after the start is as old as it may have been, and says the same", () => {
  const record = enteredAfterwards();
  const { session, participants } = withTimesOfThen(record);
  expect(session.media).toEqual({
    ...record.session.media,
    chat: { ...record.session.media.chat, since: longAgo },
    donations: { ...record.session.media.donations, since: longAgo },
    recording: { ...record.session.media.recording, since: longAgo },
    aiNotes: { ...record.session.media.aiNotes, since: longAgo },
  });
  expect(session.timesSince).toBe(longAgo);
  expect(session.topic).toEqual(record.session.topic && { ...record.session.topic, changedAt: longAgo });
  expect(session.platforms.map(({ chosenAt }) => chosenAt)).toEqual([longAgo]);
  expect(participants.map(({ addedAt }) => addedAt)).toEqual(participants.map(() => longAgo));
});

test("what was entered by the start keeps its time, and no topic is no topic", () => {
  const record = enteredAfterwards();
  record.session.topic = null;
  record.session.media.chat.since = record.session.startsAt;
  const { session } = withTimesOfThen(record);
  expect(session.topic).toBeNull();
  expect(session.media.chat.since).toBe(record.session.startsAt);
});

test("a session that was entered before it began is taken as it was entered, one made afterwards is not", () => {
  const record = aRecord();
  record.session.timesSince = "2026-12-12T10:00:00Z";
  expect(withTimesOfThen(record)).toBe(record);
  record.session.createdAt = record.session.startsAt;
  expect(withTimesOfThen(record).session.timesSince).toBe(longAgo);
  record.session.timesSince = null;
  expect(withTimesOfThen(record).session.timesSince).toBeNull();
  expect(withTimesOfThen(record).session.places.map(({ since }) => since)).toEqual(
    record.session.places.map(({ since }) => since),
  );
});
