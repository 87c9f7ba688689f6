import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { withMedia } from "../../../tests/factories/traits";
import { viewAt } from "../readiness/view";
import type { Participant } from "../record/participant";
import { toAsk } from "./to-ask";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");
const seen = withMedia({ camera: true, voice: false, name: false });

function asked(exposures: boolean[], ...traits: Trait[]) {
  const record = aRecord({}, seen, ...traits);
  const [first] = record.participants;
  if (!first) throw new Error("Nobody takes part");
  const people = exposures.map((camera, at): Participant => ({
    ...first,
    id: `person-${at}`,
    code: `YP-0${at + 1}`,
    exposure: { camera, voice: false, name: false, chat: false },
    accessRoute: "in_room",
  }));
  const view = viewAt({ ...record, participants: people }, now);
  return toAsk(view, view.participants).map(({ scope, codes }) => (codes ? { [scope]: codes } : scope));
}

test.each<[string, boolean[], Trait[], unknown[]]>([
  ["nobody: nothing", [], [], []],
  ["what everybody is asked names nobody", [true, true], [], ["take_part", "camera"]],
  ["what some are asked names them", [false, true], [], ["take_part", { camera: ["YP-02"] }]],
  ["what the session does not use is not asked", [true], [withMedia({ camera: false })], ["take_part"]],
  [
    "in the order in which it is asked, whoever comes first",
    [false, true],
    [withMedia({ images: true })],
    ["take_part", { camera: ["YP-02"] }, { images: ["YP-02"] }],
  ],
])("%s", (_what, exposures, traits, expected) => {
  expect(asked(exposures, ...traits)).toEqual(expected);
});
