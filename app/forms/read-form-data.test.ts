import fc from "fast-check";
import { expect, test } from "vitest";
import { entriesOf, MalformedForm, readFormData, valueAt } from "./read-form-data";

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test("a single value stays a string, whatever it looks like", () => {
  expect({ ...readFormData(form(["title", "2026"], ["json", '{"a":1}'])) }).toEqual({
    title: "2026",
    json: '{"a":1}',
  });
});

test("a repeated name becomes a list in the order sent", () => {
  expect(valueAt(readFormData(form(["who", "b"], ["x", "1"], ["who", "a"], ["who", "c"])), "who")).toEqual([
    "b",
    "a",
    "c",
  ]);
});

test("a dotted name becomes an object", () => {
  const values = readFormData(form(["start.day", "3"], ["start.month", "jan"]));
  expect(valueAt(values, "start.month")).toBe("jan");
  expect(valueAt(values, "start.year")).toBeNull();
  expect(valueAt(values, "start.day.more")).toBeNull();
});

test.each([
  [["a", "1"] as const, ["a.b", "2"] as const],
  [["a.b", "2"] as const, ["a", "1"] as const],
  [["a.b.c", "2"] as const, ["a.b", "1"] as const],
])("conflicting names %j and %j are malformed", (one, other) => {
  expect(() => readFormData(form([...one], [...other]))).toThrow(MalformedForm);
});

test.each([
  "__proto__.x",
  "constructor.prototype.x",
  "a.__proto__",
  "prototype",
  "",
  "a..b",
  "a[b]",
  "a.b.c.d.e",
])("the name %j is malformed and reaches nothing", (name) => {
  expect(() => readFormData(form([name, "polluted"]))).toThrow(MalformedForm);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});

test("values have no prototype to reach", () => {
  const values = readFormData(form(["a.b", "1"]));
  expect(Object.getPrototypeOf(values)).toBeNull();
  expect(Object.getPrototypeOf(valueAt(values, "a"))).toBeNull();
  expect(valueAt(values, "toString")).toBeNull();
});

test("a file and a flood of fields are malformed", () => {
  const file = new FormData();
  file.append("a", new File(["x"], "x.txt"));
  expect(() => readFormData(file)).toThrow(MalformedForm);
  const flood = form(...Array.from({ length: 2001 }, (_, at): [string, string] => [`f${at}`, ""]));
  expect(() => readFormData(flood)).toThrow(MalformedForm);
});

test("any entries either read and write back the same, or are malformed", () => {
  const name = fc.oneof(
    fc.constantFrom("a", "b", "a.b", "a.c", "b.c.d", "__proto__", "constructor.prototype", "toString"),
    fc.string({ maxLength: 6 }),
  );
  const grouped = (entries: [string, string][]) => {
    const byName = new Map<string, string[]>();
    for (const [key, value] of entries) byName.set(key, [...(byName.get(key) ?? []), value]);
    return byName;
  };
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string()), { maxLength: 12 }), (entries) => {
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      try {
        const values = readFormData(form(...entries));
        const sent: [string, string][] = [...form(...entries)].map(([key, value]) => [key, String(value)]);
        expect(grouped(entriesOf(values))).toEqual(grouped(sent));
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedForm);
      }
      expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
    }),
    { seed: 1 },
  );
});
