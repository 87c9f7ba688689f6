import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { scenarios } from "../../../tests/scenarios/all";
import { canonicalJson } from "./canonical";
import { digestOf } from "./digest";

const seed = { seed: 20261123 };

test("keys stand in order, nulls are written, numbers as RFC 8785 says", () => {
  expect(canonicalJson({ b: null, a: [3, 1.0, 1e21], "": true })).toBe('{"":true,"a":[3,1,1e+21],"b":null}');
});

test("text is in NFC, so that one name has one digest", () => {
  expect(canonicalJson({ name: "Sia\u0302n" })).toBe(canonicalJson({ name: "Si\u00e2n" }));
});

test("things with ids are a set, wherever they lie; the chain of platforms and what became of a sign-off are not", () => {
  const things = [{ id: "b" }, { id: "a", list: [{ id: "d" }, { id: "c" }] }];
  expect(canonicalJson({ things })).toBe('{"things":[{"id":"a","list":[{"id":"c"},{"id":"d"}]},{"id":"b"}]}');
  expect(canonicalJson({ platforms: [{ id: "b" }, { id: "a" }] })).toBe(
    '{"platforms":[{"id":"b"},{"id":"a"}]}',
  );
  expect(canonicalJson({ events: [{ id: "b" }, { id: "a" }] })).toBe('{"events":[{"id":"b"},{"id":"a"}]}');
});

test.each([
  ["numbers", [2, 1]],
  ["things of which not every one has an id", [{ id: "b" }, { id: "a" }, { name: "c" }]],
  ["things whose ids are numbers", [{ id: 2 }, { id: 1 }]],
])("a list of %s keeps its order", (_what, list) => {
  expect(canonicalJson(list)).toBe(JSON.stringify(list));
});

test("nothing is read as anything but itself", () => {
  expect(canonicalJson(null)).toBe("null");
  expect(canonicalJson(undefined)).toBe("null");
  expect(canonicalJson("x")).toBe('"x"');
  expect(canonicalJson([])).toBe("[]");
});

test("a digest is the SHA-256 of the canonical text, in lower-case hexadecimal", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const expected = createHash("sha256").update(canonicalJson(value), "utf8").digest("hex");
      expect(digestOf(value)).toBe(expected);
    }),
    seed,
  );
});

test("a record has one digest, in whatever order its lists and fields were built", () => {
  const record = scenarios["s08"]!;
  const turned = {
    ...Object.fromEntries(Object.entries(record).reverse()),
    adults: [...record.adults].reverse(),
    participants: [...record.participants].reverse(),
    consentEvents: [...record.consentEvents].reverse(),
  };
  expect(digestOf(turned)).toBe(digestOf(record));
  expect(digestOf({ ...record, rules: "another" })).not.toBe(digestOf(record));
});
