import { expect, test } from "vitest";
import { found, judged } from "../../../../tests/factories/found";
import { aRecord, type Trait } from "../../../../tests/factories/record";
import { withMedia, withSession } from "../../../../tests/factories/traits";
import { scenarios } from "../../../../tests/scenarios/all";
import type { Session } from "../../record/session";

type Place = Session["places"][number];
const NOW = "2026-11-02T10:00:00Z";

function aPlace(id: string, changes: Partial<Place> = {}): Place {
  const suitable = { by: "user-amina-farrow", recordedAt: NOW, answer: true };
  return { id, where: "Studio", kind: "open", since: NOW, suitable, ...changes };
}

const stated = (recordedAt: string, answer = true) => ({
  suitable: { by: "user-amina-farrow", recordedAt, answer },
});

test.each<[string, Place[], string[]]>([
  ["stated when it was chosen", [aPlace("hall")], []],
  [
    "moved since it was stated",
    [aPlace("hall", { since: "2026-11-02T10:00:01Z" })],
    ["place_not_stated place:hall do > details"],
  ],
  ["never stated", [aPlace("hall", { suitable: null })], ["place_not_stated place:hall do > details"]],
  [
    "stated to be unsuitable",
    [aPlace("hall", stated(NOW, false))],
    ["place_not_suitable place:hall do > details"],
  ],
  [
    "a bedroom stated to be suitable",
    [aPlace("hall", { kind: "bedroom" })],
    ["bedroom place:hall default > details"],
  ],
  [
    "a bedroom of which nothing is stated",
    [aPlace("hall", { kind: "bedroom", suitable: null })],
    ["bedroom place:hall default > details", "place_not_stated place:hall do > details"],
  ],
  [
    "one of two not stated",
    [aPlace("hall"), aPlace("studio", { suitable: null })],
    ["place_not_stated place:studio do > details"],
  ],
  ["none", [], ["place_missing session do > details"]],
])("a place (R13): %s", (_what, places, expected) => {
  expect(found("R13", aRecord({}, withSession({ places })))).toEqual(expected);
});

test("a place is told where it is", () => {
  expect(judged("R13", aRecord({}, withSession({ places: [aPlace("a"), aPlace("b")] }))).fact).toBe(
    "Studio; Studio: stated to be open and appropriate.",
  );
});

const nobodyInTheRoom: Trait = (record) => {
  for (const one of record.participants) one.accessRoute = "guest_link";
};
const nobodyOnCamera: Trait = (record) => {
  for (const one of record.participants) one.exposure.camera = false;
};
const oneOnCamera: Trait = (record) => void (record.participants[0]!.exposure.camera = true);

test.each<[string, Trait[], boolean]>([
  ["somebody in the room", [nobodyOnCamera], true],
  ["nobody in the room or on camera", [nobodyInTheRoom, nobodyOnCamera], false],
  ["one on camera from elsewhere", [nobodyInTheRoom, nobodyOnCamera, oneOnCamera], true],
  ["one on camera, but there is none", [nobodyInTheRoom, oneOnCamera, withMedia({ camera: false })], false],
])("the room of our group when we join (R13): %s", (_what, traits, applies) => {
  const record = structuredClone(scenarios["s06-variant-both-given"]!);
  for (const trait of [...traits, withSession({ places: [] })]) trait(record);
  expect(judged("R13", record).status).toBe(applies ? "not_answered" : "not_applicable");
  expect(judged("R13", record).findings.map(({ headline }) => headline)).toEqual(
    applies ? ["Where your group watches is not recorded"] : [],
  );
});

test("a place where we film (R13) is asked for though nobody is in a room or on camera", () => {
  const nowhere = aRecord({}, withSession({ places: [] }), nobodyInTheRoom, nobodyOnCamera);
  expect(judged("R13", nowhere).findings.map(({ headline }) => headline)).toEqual([
    "Where you film is not recorded",
  ]);
});
