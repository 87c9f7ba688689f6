import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { youtubePrivate } from "../../../tests/factories/platform-modes";
import { ageLimitOn } from "./age-limit";
import { agesOn, changeAgeLimits, limitsAfter, type AgesChange } from "./change-age-limits";

const today = "2026-11-23";
const source = "support.google.com/youtube";

function changed(change: Partial<AgesChange["ages"]>, from: string | null, mode = youtubePrivate()) {
  const ages = { ...agesOn(mode, from ?? today), ...change };
  return { ...mode, ageLimits: changeAgeLimits(mode, { ages, from, source }, today) };
}

function accountAge(mode: ReturnType<typeof changed>, on: string) {
  return ageLimitOn(mode, "account", Temporal.PlainDate.from(on));
}

test("what is not changed keeps its source", () => {
  const mode = youtubePrivate();
  expect(changed({}, null).ageLimits).toEqual(mode.ageLimits);
  expect(changed({}, "2027-03-01").ageLimits).toEqual(mode.ageLimits);
});

test("without a date the new limit takes the place of the one that holds now", () => {
  const after = changed({ account: 16 }, null);
  expect(accountAge(after, "2020-01-01")).toBe(16);
  expect(after.ageLimits.filter(({ limit }) => limit === "account")).toEqual([
    {
      limit: "account",
      age: 16,
      validFrom: null,
      validTo: null,
      source,
      sourceDate: today,
      confidence: "official",
    },
  ]);
});

test("with a date each day has the limit of that day", () => {
  const after = changed({ account: 16 }, "2027-03-01");
  expect(accountAge(after, "2027-02-28")).toBe(13);
  expect(accountAge(after, "2027-03-01")).toBe(16);
  expect(limitsAfter(after, today).map(({ age, validFrom }) => [age, validFrom])).toEqual([
    [16, "2027-03-01"],
  ]);
});

test("what was to begin later gives way to a change from an earlier or the same day", () => {
  const planned = changed({ account: 16 }, "2027-03-01");
  const again = changed({ account: 18 }, "2027-02-01", planned);
  expect(accountAge(again, "2027-01-31")).toBe(13);
  expect(accountAge(again, "2027-04-01")).toBe(18);
  const sameDay = changed({ account: 15 }, "2027-03-01", planned);
  expect(accountAge(sameDay, "2027-03-01")).toBe(15);
  const coming = (mode: typeof planned) => limitsAfter(mode, today).map(({ age }) => age);
  expect([coming(planned), coming(again), coming(sameDay)]).toEqual([[16], [18], [15]]);
});

test("what began before a change holds until the day before it", () => {
  const [account] = youtubePrivate().ageLimits;
  const dated = { ...youtubePrivate(), ageLimits: [{ ...account!, validFrom: "2026-01-01" }] };
  const after = changed({ account: 16 }, "2027-03-01", dated);
  expect(accountAge(after, "2027-02-28")).toBe(13);
  expect(accountAge(after, "2027-03-01")).toBe(16);
});

test("what ends before a change keeps its last day, and what ends on that day or later ends the day before", () => {
  const mode = youtubePrivate();
  const [account] = mode.ageLimits;
  const ending = (validTo: string) => ({ ...mode, ageLimits: [{ ...account!, validTo }] });
  const lastDay = (validTo: string) => changed({ account: 16 }, "2027-03-01", ending(validTo)).ageLimits[0];
  expect(lastDay("2026-12-31")).toMatchObject({ age: 13, validTo: "2026-12-31" });
  expect(lastDay("2027-02-28")).toMatchObject({ age: 13, validTo: "2027-02-28" });
  expect(lastDay("2027-03-01")).toMatchObject({ age: 13, validTo: "2027-02-28" });
  expect(lastDay("2027-12-31")).toMatchObject({ age: 13, validTo: "2027-02-28" });
});

test("each kind of limit is told and changed on its own", () => {
  const mode = youtubePrivate();
  expect(agesOn(mode, today)).toEqual({ account: 13, terms: 13, go_live: 16, on_camera_without_adult: 16 });
  const after = changed({ go_live: "none" }, null);
  expect(agesOn(after, today)).toEqual({ ...agesOn(mode, today), go_live: "none" });
  expect(after.ageLimits.find(({ limit }) => limit === "go_live")).toMatchObject({
    source,
    sourceDate: today,
  });
});

test("a change without a date leaves what begins later", () => {
  const planned = changed({ account: 16 }, "2027-03-01");
  const now = changed({ account: 14 }, null, planned);
  expect(limitsAfter(now, today)).toHaveLength(1);
});

test("an answer without a page is unsourced, and one for a blank is taken", () => {
  const blank = { ...youtubePrivate(), ageLimits: [] };
  const ages = { ...agesOn(blank, today) };
  const limits = changeAgeLimits(blank, { ages, from: null, source: null }, today);
  expect(limits).toHaveLength(4);
  expect(limits[0]).toMatchObject({ age: "unknown", confidence: "unsourced", sourceDate: null });
  expect(limits[0]?.source).toContain("own answer");
});
