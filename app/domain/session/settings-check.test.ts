import { expect, test } from "vitest";
import { teamsMeeting, zoomMeeting } from "../../../tests/factories/platform-modes";
import { aRecord } from "../../../tests/factories/record";
import type { ChosenMode } from "../record/session";
import { checkStands } from "./settings-check";

const modes = [zoomMeeting(), teamsMeeting()];
const [zoom, teams] = modes.map(({ id }) => id) as [string, string];
const different = { answer: "different", note: "Anybody may come" } as const;
const safe = { answer: "safe", note: null } as const;

/** Settings answered anew for one of two platforms that stood with anybody let in. */
function stands(modeId: string, changes: ChosenMode["settings"]): boolean {
  const record = aRecord({ modes }, ({ session }) => {
    for (const chosen of session.platforms) chosen.settings.who_can_join = different;
  });
  const chosen = record.session.platforms.find((link) => link.modeId === modeId);
  return checkStands(record, modeId, { ...chosen?.settings, ...changes });
}

test.each<[string, ChosenMode["settings"], boolean]>([
  ["nothing changed", {}, true],
  ["more people are kept out", { who_can_join: safe }, true],
  ["other people are let in", { who_can_join: { ...different, note: "Friends of friends" } }, false],
  ["more people are kept out and the chat is set otherwise", { who_can_join: safe, chat: different }, false],
  ["participants may rename themselves", { rename: different }, false],
])("a check of settings that were answered anew, where %s, still counts: %j %s", (_what, changes, is) => {
  expect(stands(zoom, changes)).toBe(is);
  expect(stands(teams, changes)).toBe(is);
});

test("answers for one platform leave what is set on another", () => {
  const record = aRecord({ modes }, ({ session }) => {
    for (const { modeId, settings } of session.platforms)
      settings.rename = modeId === zoom ? different : safe;
  });
  for (const { modeId, settings } of record.session.platforms)
    expect(checkStands(record, modeId, settings)).toBe(true);
});
