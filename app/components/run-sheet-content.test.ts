import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { defaultBriefing } from "~/domain/defaults/briefing";
import type { SessionRecord } from "~/domain/record/schema";
import { statusWords, type SessionStatus } from "~/domain/session/status";
import { scenarios } from "../../tests/scenarios/all";
import { runSheetOf, sheetCode } from "./run-sheet-content";

const statuses = Object.keys(statusWords) as SessionStatus[];

function sheet(record: SessionRecord, status: SessionStatus = "signed_off") {
  return runSheetOf(record, status, defaultBriefing, []);
}

/** A scenario, changed. */
function changed(name: string, change: (record: SessionRecord) => void): SessionRecord {
  const record = structuredClone(scenarios[name]!);
  change(record);
  return record;
}

test.each(Object.keys(scenarios))("%s: no surname, birth, giver or lead's note is on the sheet", (name) => {
  const record = scenarios[name]!;
  const said = JSON.stringify(sheet(record));
  const secrets = [
    ...record.participants.flatMap(({ surname, birth, displayName }) => [
      displayName?.includes(surname ?? "") ? null : surname,
      birth,
    ]),
    ...record.consentEvents.map(({ giver }) => giver.name),
    ...record.statements.map(({ note }) => note),
  ];
  for (const secret of secrets.filter((text) => text !== null)) expect(said).not.toContain(secret);
});

test("it may be run only while it is signed off", () => {
  const record = scenarios["s08"]!;
  expect(statuses.filter((status) => sheet(record, status).verdict.run)).toEqual(["live", "signed_off"]);
  for (const status of statuses.filter(
    (each) => !["live", "signed_off", "finished", "recorded_late"].includes(each),
  ))
    expect(sheet(record, status).verdict.words).toContain("do not run this session");
});

test("who signed it off and when is told in the session's own time", () => {
  const record = scenarios["s08"]!;
  const at = Temporal.Instant.from(record.signOffs[0]!.at).toZonedDateTimeISO("Europe/London");
  const { words } = sheet(record).verdict;
  expect(words).toContain("Signed off by Idris Marrowby on ");
  expect(words).toContain(`${at.day} November 2026`);
});

test("adults stand in the order in which they are looked for, with how they are reached", () => {
  const { adults } = sheet(scenarios["s06"]!);
  expect(adults.map(({ role }) => role)).toEqual([
    "Who leads our group",
    "Observer",
    "Moderator",
    "Support contact",
    "Safeguarding lead on call",
  ]);
  expect(adults[4]).toEqual({
    role: "Safeguarding lead on call",
    name: "Petra Hollowell",
    reach: "01632 960142, reachable 1:30pm to 5:30pm",
  });
});

test("what is off for somebody follows from the session and from them", () => {
  const record = changed("s05", ({ participants, session }) => {
    session.media.chat.value = "moderated";
    participants[0]!.exposure = { camera: false, voice: true, name: true, chat: true };
    participants[1]!.exposure = { camera: true, voice: true, name: true, chat: true };
    participants[2]!.notCaptured = { by: session.plannedBy, recordedAt: session.createdAt };
  });
  const off = sheet(record).youngPeople?.map((person) => person.off);
  expect(off?.slice(0, 4)).toEqual([
    "Off: camera",
    "Nothing is off",
    "Everything off: nothing of them reaches the stream",
    "Off: chat",
  ]);
});

test("the code is another as soon as anything on the sheet is", () => {
  const before = scenarios["s05"]!;
  const code = sheetCode(sheet(before));
  expect(code).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
  expect(sheetCode(sheet(structuredClone(before)))).toBe(code);
  expect(sheetCode(sheet(before, "sign_off_suspended"))).not.toBe(code);
  const withoutOne = changed("s05", ({ participants }) => participants.pop());
  expect(sheetCode(sheet(withoutOne))).not.toBe(code);
  const otherNumber = changed("s05", ({ session }) => {
    session.assignments.find(({ role }) => role === "dsl_on_call")!.contact = "01632 960199";
  });
  expect(sheetCode(sheet(otherNumber))).not.toBe(code);
});

test("an audience that is not named has no list, and settings nobody looked at say so", () => {
  const { youngPeople } = sheet(changed("s05", ({ session }) => (session.audience = "not_named")));
  expect(youngPeople).toBeNull();
  const { platforms } = sheet(changed("s05", ({ session }) => (session.platforms[0]!.settings = {})));
  expect(new Set(platforms[0]?.settings.map(([, words]) => words))).toEqual(new Set(["Not looked at yet"]));
});

test("what photos are for and where it is shown again stand on it as far as they are known", () => {
  const told = (change: (record: SessionRecord) => void) => sheet(changed("s05", change)).recording;
  expect(told(() => undefined).filter((line) => /Photos|Shown/.test(line))).toEqual([
    "Photos and screenshots by us: none",
  ]);
  const imagesUse = { purpose: "our web page", until: "2027-01-11" };
  const known = told(({ session }) => {
    Object.assign(session.media, { images: true, imagesUse, replay: true });
  });
  expect(known).toContain("Photos and screenshots by us: yes; for: our web page; kept until 11 January 2027");
  expect(known).toContain("Shown again by us: yes");
});
