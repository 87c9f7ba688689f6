import { describe, expect, test } from "vitest";
import { anAdult } from "../../../../tests/factories/adults";
import { found, judged } from "../../../../tests/factories/found";
import {
  aReview,
  withAgeLimits,
  youtubePrivate,
  zoomMeeting,
} from "../../../../tests/factories/platform-modes";
import { aRecord, type Trait } from "../../../../tests/factories/record";
import { alsoAssigned, neverStated, withSession, without } from "../../../../tests/factories/traits";
import type { PlatformMode } from "../../record/platform-mode";
import type { ChosenMode, PlatformSetting } from "../../record/session";
import { privacySettings, safetySettings } from "./settings";

const nowhere: Trait = (record) => void (record.session.platforms = []);
const noPlatform = (strength: string) => `no_platform session ${strength} > platform`;
const chain = [zoomMeeting(), youtubePrivate()];

function withMode(changes: Partial<PlatformMode>) {
  return aRecord({ modes: [zoomMeeting(changes)] });
}

describe("each platform's workings have been checked (R07)", () => {
  const overdue = ["review_overdue mode:zoom-meeting organisation > platform_record"];
  const night = { startsAt: "2026-12-10T23:30:00Z" };
  const checkedOn = (day: string) => [zoomMeeting({ reviews: [aReview(day)] })];

  test.each([
    ["six months after a check, less a day", { modes: checkedOn("2026-06-11") }, []],
    ["six months after a check", { modes: checkedOn("2026-06-10") }, overdue],
    ["on the last day, into the next", { modes: checkedOn("2026-06-11"), ...night }, overdue],
    [
      "never",
      { modes: [zoomMeeting({ reviews: [] })] },
      ["review_missing mode:zoom-meeting do > platform_record"],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(found("R07", aRecord(plan))).toEqual(expected);
  });

  test("and their age limits are on record for the day, unknown ones too", () => {
    const blank = ["age_limit_missing mode:zoom-meeting do > platform_record"];
    const all = zoomMeeting().ageLimits;
    const less = (kind: string) => withMode({ ageLimits: all.filter(({ limit }) => limit !== kind) });
    expect(found("R07", less("account"))).toEqual(blank);
    expect(found("R07", less("terms"))).toEqual(blank);
    expect(found("R07", less("go_live"))).toEqual([]);
    expect(found("R07", aRecord({ modes: [withAgeLimits(zoomMeeting(), { terms: "unknown" })] }))).toEqual(
      [],
    );
    const over = withMode({ ageLimits: all.map((limit) => ({ ...limit, validTo: "2026-12-09" })) });
    expect(found("R07", over)).toEqual(blank);
  });

  test("is told of each, and is good until the first falls due", () => {
    const record = aRecord({ modes: [zoomMeeting(), youtubePrivate()], ...night });
    expect(judged("R07", record).fact).toBe(
      "Zoom meeting was checked on 1 October 2026 and YouTube – private was checked on 1 October 2026.",
    );
    expect(judged("R07", record).goodUntil.map(String)).toEqual(["2027-03-30", "2027-02-28"]);
    const none = withMode({ reviews: [] });
    expect(judged("R07", none)).toMatchObject({ fact: ".", goodUntil: [] });
  });

  test("is nothing to be told of while none is chosen", () => {
    expect(found("R07", aRecord({}, nowhere))).toEqual([noPlatform("do")]);
  });
});

describe("who reports abuse (R23)", () => {
  const nobody = "reporter_missing session do > adults";
  const outdated = "statement_outdated session do > statements";
  const chosenAt =
    (at: string): Trait =>
    (record) => {
      for (const chosen of record.session.platforms) chosen.chosenAt = at;
    };
  const reports = (id: string) => withSession({ reportingAdultId: id });
  const STATED = "2026-11-19T11:00:00Z";
  const LATER = "2026-11-19T11:00:01Z";
  const lowell = (addedAt: string) => alsoAssigned(anAdult("Lowell Harkstone"), "standby", { addedAt });

  test.each<[string, Trait[], string[]]>([
    ["one of the adults", [], []],
    ["nobody", [withSession({ reportingAdultId: null })], [nobody]],
    ["somebody who has left", [without("brogan-ashdune")], [nobody]],
    ["a guest", [alsoAssigned(anAdult("Lowell Harkstone"), "guest"), reports("lowell-harkstone")], [nobody]],
    ["somebody who came as it was stated", [lowell(STATED), reports("lowell-harkstone")], []],
    ["somebody who came later", [lowell(LATER), reports("lowell-harkstone")], [outdated]],
    [
      "somebody who came later and had a part before",
      [lowell(LATER), lowell(STATED), reports("lowell-harkstone")],
      [],
    ],
    ["somebody else came later", [lowell(LATER)], []],
    [
      "nobody stated that they know how",
      [neverStated("can_report_and_remove")],
      ["statement_missing session do > statements"],
    ],
    ["on a platform chosen as it was stated", [chosenAt(STATED)], []],
    ["on a platform chosen later", [chosenAt(LATER)], [outdated]],
    ["on no platform yet", [nowhere], [noPlatform("do")]],
  ])("%s", (_what, traits, expected) => {
    expect(found("R23", aRecord({}, ...traits))).toEqual(expected);
  });

  test("each platform has a way to report", () => {
    const chain = [zoomMeeting(), youtubePrivate({ reportRoute: null })];
    expect(found("R23", aRecord({ modes: chain }))).toEqual([
      "report_route_missing mode:youtube-private do > platform_record",
    ]);
  });

  test("is told by name", () => {
    expect(judged("R23", aRecord()).fact).toBe("Brogan Ashdune reports, mutes and removes.");
  });
});

describe("the settings of a platform", () => {
  const setting =
    (name: PlatformSetting, answer: ChosenMode["settings"][PlatformSetting]): Trait =>
    (record) =>
      void (record.session.platforms[0]!.settings[name] = answer);
  const answersOf =
    (names: PlatformSetting[]): Trait =>
    (record) => {
      for (const chosen of record.session.platforms)
        chosen.settings = Object.fromEntries(
          Object.entries(chosen.settings).filter(([name]) => names.some((one) => one === name)),
        );
    };
  const open = "setting_not_answered mode:zoom-meeting";

  test.each([
    ["R22", "who_can_join chat recording rename screen_share visibility"],
    ["B19", "private_chat screen_share rename waiting_room lock"],
  ])("%s asks for these, each of them", (id, names) => {
    const strength = id === "R22" ? "do" : "default";
    const all = names.split(" ") as PlatformSetting[];
    expect(id === "R22" ? privacySettings : safetySettings).toEqual(all);
    expect(found(id, aRecord({}, answersOf(all)))).toEqual([]);
    for (const name of all) {
      const others = answersOf(all.filter((one) => one !== name));
      expect(found(id, aRecord({}, others))).toEqual([`${open} ${strength} > platform`]);
    }
  });

  test("are asked for of each platform of the chain", () => {
    const second: Trait = (record) =>
      void Object.assign(record.session.platforms[1] ?? {}, { settings: {}, checked: null });
    expect(found("R22", aRecord({ modes: chain }, second))).toEqual([
      "setting_not_answered mode:youtube-private do > platform",
      "settings_not_checked mode:youtube-private do > platform",
    ]);
    expect(found("B19", aRecord({ modes: chain }, second))).toEqual([
      "setting_not_answered mode:youtube-private default > platform",
    ]);
    expect(judged("R22", aRecord({ modes: chain })).fact).toBe(
      "Zoom meeting and YouTube – private: 6 privacy settings answered and checked.",
    );
  });

  test("are named where they are not answered", () => {
    const { findings } = judged("R22", aRecord({}, answersOf(["chat", "recording", "visibility", "rename"])));
    expect(findings[0]).toMatchObject({
      headline: "2 settings of Zoom meeting to look at",
      message: "Not answered yet: who can join and sharing screens.",
    });
  });

  test("are looked at since the platform was chosen (R22)", () => {
    const checkedAt =
      (recordedAt: string | null): Trait =>
      (record) => {
        for (const chosen of record.session.platforms)
          chosen.checked = recordedAt === null ? null : { by: "user-amina-farrow", recordedAt };
      };
    const again = ["settings_not_checked mode:zoom-meeting do > platform"];
    expect(found("R22", aRecord({}, checkedAt("2026-11-02T10:00:00Z")))).toEqual([]);
    expect(found("R22", aRecord({}, checkedAt("2026-11-02T09:59:59Z")))).toEqual(again);
    expect(found("R22", aRecord({}, checkedAt(null)))).toEqual(again);
  });

  test.each<[string, ChosenMode["settings"][PlatformSetting], boolean]>([
    ["safe", { answer: "safe", note: null }, true],
    ["not to be set there", { answer: "cannot_be_set", note: null }, true],
    ["otherwise, with a reason", { answer: "different", note: "We need it" }, true],
    ["otherwise", { answer: "different", note: null }, false],
  ])("are %s (B19)", (_what, answer, isFine) => {
    for (const name of safetySettings) {
      const expected = `setting_without_reason mode:zoom-meeting:${name} default > platform`;
      expect(found("B19", aRecord({}, setting(name, answer)))).toEqual(isFine ? [] : [expected]);
    }
    expect(found("B19", aRecord({}, setting("visibility", answer)))).toEqual([]);
  });

  test("cannot be told before a platform is chosen", () => {
    expect(found("R22", aRecord({}, nowhere))).toEqual([noPlatform("do")]);
    expect(found("B19", aRecord({}, nowhere))).toEqual([noPlatform("default")]);
  });
});
