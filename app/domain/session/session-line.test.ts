import { expect, test } from "vitest";
import { teamsMeeting, youtubePrivate, zoomMeeting } from "../../../tests/factories/platform-modes";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { withSession } from "../../../tests/factories/traits";
import { sessionLine } from "./session-line";

test("a session elsewhere says by whose clocks its times are", () => {
  const times = { startsAt: "2031-06-12T09:00:00Z", endsAt: "2031-06-12T15:00:00Z" };
  const line = (zone: string) => sessionLine(aRecord({}, withSession({ ...times, zone })));
  expect(line("Asia/Tokyo")).toContain("Thursday 12 June 2031, 6pm to midnight the next day (Tokyo time)");
  expect(line("Europe/London")).toContain("10am to 4pm\u00a0·");
});

const modes = [zoomMeeting(), teamsMeeting(), youtubePrivate()];
const people =
  (count: number): Trait =>
  (record) =>
    void record.participants.splice(count);

test.each<[string, Trait, string]>([
  ["is shown nowhere yet", withSession({ platforms: [] }), "no platform yet · 5 young people"],
  [
    "is shown on one of several platforms",
    ({ session }) => void session.platforms.splice(0, 2),
    "YouTube – private · 5 young people",
  ],
  [
    "goes through all of them",
    people(2),
    "Zoom meeting, Teams meeting and YouTube – private · 2 young people",
  ],
  [
    "is shown on one that is not known",
    ({ platformModes }) => void platformModes.splice(0, 1),
    "Teams meeting and YouTube – private · 5 young people",
  ],
  ["has one young person", people(1), "Zoom meeting, Teams meeting and YouTube – private · 1 young person"],
  ["has nobody yet", people(0), "Zoom meeting, Teams meeting and YouTube – private · nobody added yet"],
  [
    "is for anybody",
    withSession({ audience: "not_named" }),
    "Zoom meeting, Teams meeting and YouTube – private · audience not named",
  ],
])("a session that %s says so in one line", (_what, trait, rest) => {
  const line = sessionLine(aRecord({ modes }, trait)).replaceAll("\u00a0", " ");
  expect(line).toBe(`Thursday 10 December 2026, 5pm to 5:40pm · ${rest}`);
});

test("no line ends between a number and what it counts, nor before a dot", () => {
  expect(sessionLine(aRecord())).toMatch(/\u00a0· Zoom meeting\u00a0· 5\u00a0young\u00a0people$/);
});
