import { describe, expect, test } from "vitest";
import { teamsMeeting, zoomMeeting } from "../../../tests/factories/platform-modes";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { withMedia, withParticipant, withSession } from "../../../tests/factories/traits";
import type { Participant } from "../record/participant";
import type { PlatformSetting, Session } from "../record/session";
import { changesBetween } from "./changes";
import { materialFacts } from "./material-facts";
import { isNarrowing } from "./narrowing";

type Media = Session["media"];

/** Whether everything that differs between two states of a record is on the list of what only narrows. */
function narrows(before: Trait, after: Trait): boolean {
  const plan = { modes: [zoomMeeting(), teamsMeeting()] };
  const [was, is] = [before, after].map((trait) => materialFacts(aRecord(plan, trait)));
  if (!was || !is) throw new Error("There are two states");
  const changes = changesBetween(was, is);
  expect(changes).not.toEqual([]);
  return changes.every((change) => isNarrowing(change, is));
}

const asItIs: Trait = () => undefined;
const since = "2026-11-02T10:00:00Z";
const on = { on: true, since, reason: "Feedback", keptWhere: "Drive", seenBy: "Us", deleteBy: "2027-01-11" };
const off = { on: false, since, reason: null, keptWhere: null, seenBy: null, deleteBy: null };

describe("what is kept", () => {
  test.each<[string, Partial<Media>, Partial<Media>, boolean]>([
    ["a recording off", { recording: on, aiNotes: on }, { recording: off, aiNotes: on }, true],
    ["a machine's notes off", { recording: on, aiNotes: on }, { recording: on, aiNotes: off }, true],
    ["both off", { recording: on, aiNotes: on }, { recording: off, aiNotes: off }, true],
    ["a recording on", { recording: off }, { recording: on }, false],
    ["a machine's notes on", { aiNotes: off }, { aiNotes: on }, false],
    ["a recording kept for longer", { recording: on }, { recording: { ...on, deleteBy: null } }, false],
    ["a machine's notes seen by others", { aiNotes: on }, { aiNotes: { ...on, seenBy: "All" } }, false],
    ["no photos any more, which is not on the list", { images: true }, { images: false }, false],
    ["the session's cameras, not a participant's", { camera: true }, { camera: false }, false],
  ])("%s", (_what, before, after, is) => {
    expect(narrows(withMedia(before), withMedia(after))).toBe(is);
  });
});

describe("the chat and donations", () => {
  const chat = (value: Media["chat"]["value"]) => withMedia({ chat: { value, since } });
  const donations = (value: Media["donations"]["value"]) => withMedia({ donations: { value, since } });

  test("a chat narrows by being closed further, and by nothing else", () => {
    const values: Media["chat"]["value"][] = ["off", "host_only", "moderated", "open"];
    for (const [was, before] of values.entries())
      for (const [is, after] of values.entries())
        if (was !== is) expect(narrows(chat(before), chat(after)), `${before} to ${after}`).toBe(is < was);
  });

  test.each<[Media["donations"]["value"], Media["donations"]["value"], boolean]>([
    ["on", "off", true],
    ["not_known", "off", true],
    ["off", "on", false],
    ["on", "not_known", false],
  ])("donations from %s to %s: %s", (before, after, is) => {
    expect(narrows(donations(before), donations(after))).toBe(is);
  });
});

describe("young people", () => {
  const bryony = (changes: Partial<Participant>) => withParticipant("bryony-cattermoss", changes);
  const all = { camera: true, voice: true, name: true, chat: true };
  const by = { by: "user-amina-farrow", recordedAt: since };
  const first =
    (count: number): Trait =>
    (record) =>
      void record.participants.splice(count);

  test.each(["camera", "voice", "name", "chat"] as const)("narrow by their %s off, not on", (way) => {
    const without = { ...all, [way]: false };
    expect(narrows(bryony({ exposure: all }), bryony({ exposure: without }))).toBe(true);
    expect(narrows(bryony({ exposure: without }), bryony({ exposure: all }))).toBe(false);
  });

  test.each<[string, Trait, Trait, boolean]>([
    ["no more captured", asItIs, bryony({ notCaptured: by }), true],
    ["captured again", bryony({ notCaptured: by }), asItIs, false],
    ["one of five gone", asItIs, first(4), true],
    ["all but two gone", asItIs, first(2), true],
    ["all but one gone", asItIs, first(1), false],
    ["one more", first(4), asItIs, false],
    ["another name shown", asItIs, bryony({ displayName: "Blue Heron" }), false],
    ["a way to join that is not known any more", asItIs, bryony({ accessRoute: null }), false],
  ])("%s", (_what, before, after, is) => expect(narrows(before, after)).toBe(is));
});

describe("the audience", () => {
  const restricted = (answer: "yes" | "no", how: string | null, reason: string | null): Trait =>
    withSession({
      audienceRestricted: { by: "user-amina-farrow", recordedAt: since, answer, how, reason },
    });
  const never = withSession({ audienceRestricted: null });

  test.each<[string, Trait, Trait, boolean]>([
    ["from no to yes", restricted("no", null, "For families"), restricted("yes", "A list", null), true],
    [
      "from no to yes, by what was planned",
      restricted("no", "A list", null),
      restricted("yes", "A list", null),
      true,
    ],
    [
      "from no to yes, another way",
      restricted("no", "A list", null),
      restricted("yes", "A password", null),
      false,
    ],
    [
      "from no to yes, for a reason",
      restricted("no", null, null),
      restricted("yes", "A list", "Asked to"),
      false,
    ],
    ["from yes to no", restricted("yes", "A list", null), restricted("no", null, "For families"), false],
    [
      "from yes to no, by what was planned",
      restricted("yes", "A list", null),
      restricted("no", "A list", null),
      false,
    ],
    ["a yes another way", restricted("yes", "A list", null), restricted("yes", "A password", null), false],
    ["a yes that was never answered before", never, restricted("yes", "A list", null), false],
    ["a no for another reason", restricted("no", null, "Families"), restricted("no", null, "Friends"), false],
  ])("%s", (_what, before, after, is) => expect(narrows(before, after)).toBe(is));
});

describe("a platform's settings", () => {
  type Answer = { answer: "safe" | "cannot_be_set" | "different"; note: string | null };
  const different: Answer = { answer: "different", note: "Anybody may come" };
  const safe: Answer = { answer: "safe", note: null };
  const set =
    (answer: Answer | undefined, setting: PlatformSetting = "who_can_join", link = 0): Trait =>
    ({ session }) =>
      void Object.assign(session.platforms[link]?.settings ?? {}, { [setting]: answer });
  const both =
    (...traits: Trait[]): Trait =>
    (record) =>
      traits.forEach((trait) => void trait(record));

  test.each<[PlatformSetting, boolean]>([
    ["who_can_join", true],
    ["visibility", true],
    ["waiting_room", true],
    ["lock", true],
    ["private_chat", true],
    ["chat", false],
    ["recording", false],
    ["rename", false],
    ["screen_share", false],
  ])("%s from different to safe keeps more people out: %s", (setting, is) => {
    expect(narrows(set(different, setting), set(safe, setting))).toBe(is);
    expect(narrows(set(different, setting, 1), set(safe, setting, 1))).toBe(is);
    expect(narrows(set(different, setting), set({ ...different, answer: "safe" }, setting))).toBe(is);
    expect(narrows(set(safe, setting), set(different, setting))).toBe(false);
  });

  test.each<[string, Trait, Trait, boolean]>([
    ["another note, still different", set(different), set({ ...different, note: "Friends" }), false],
    ["to what cannot be set", set(different), set({ ...different, answer: "cannot_be_set" }), false],
    ["from what cannot be set", set({ ...safe, answer: "cannot_be_set" }), set(safe), false],
    ["no answer any more", set(different), set(undefined), false],
    ["an answer for the first time", set(undefined), set(safe), false],
    [
      "another note of one, and the other safe",
      both(set(different), set(different, "lock"), set(different, "who_can_join", 1)),
      both(set(safe), set({ ...different, note: "Friends" }, "lock"), set(different, "who_can_join", 1)),
      false,
    ],
    [
      "another note on one platform, and the other safe",
      both(set(different), set(different, "who_can_join", 1)),
      both(set(safe), set({ ...different, note: "Friends" }, "who_can_join", 1)),
      false,
    ],
  ])("%s", (_what, before, after, is) => expect(narrows(before, after)).toBe(is));
});

test("a chain of platforms in another order does not narrow, whatever is set beside it", () => {
  const open: Trait = ({ session }) => {
    for (const { settings } of session.platforms) settings.lock = { answer: "different", note: null };
  };
  const closedTheOtherWayRound: Trait = ({ session }) => {
    session.platforms.reverse();
    for (const { settings } of session.platforms) settings.lock = { answer: "safe", note: null };
  };
  expect(narrows(open, closedTheOtherWayRound)).toBe(false);
});

test.each<[string, Trait]>([
  ["a place less", withSession({ places: [] })],
  ["an adult less", ({ session }) => void session.assignments.pop()],
  ["a platform less", ({ session }) => void session.platforms.pop()],
  ["no invitation", withSession({ inviteText: null })],
  ["a way to save it less", withSession({ saving: null })],
])("%s is not on the list", (_what, edit) => expect(narrows(asItIs, edit)).toBe(false));
