import { expect, test } from "vitest";
import { emptyDetails } from "~/domain/session/new-session";
import { aRecord } from "../../tests/factories/record";
import { mediaDefaults, mediaForm, mediaLabels } from "./media-form";
import { validate } from "./validate";

const stored = aRecord().session;
const nothing = mediaDefaults({ ...stored, media: emptyDetails("2026-11-02T10:00:00Z").media });
const day = (day: string, month: string, year: string) => ({ day, month, year });
const imagesUse = { purpose: "Our web page", until: day("11", "1", "2027") };
const replayUse = { where: "The town hall", until: day("1", "feb", "2027") };

const read = (values: Record<string, unknown>) => validate(mediaForm, { ...nothing, ...values } as never);

test("photos and a replay may say what for, where and until when", () => {
  expect(read({ uses: ["images", "replay"], imagesUse, replayUse })).toMatchObject({
    ok: true,
    data: {
      images: true,
      imagesUse: { purpose: "Our web page", until: "2027-01-11" },
      replay: true,
      replayUse: { where: "The town hall", until: "2027-02-01" },
    },
  });
});

test("nothing of it has to be said", () => {
  const unknown = { purpose: null, until: null };
  expect(read({ uses: "images" })).toMatchObject({ ok: true, data: { images: true, imagesUse: unknown } });
  const { imagesUse: _, replayUse: __, ...bare } = nothing;
  expect(validate(mediaForm, { ...bare, uses: ["images", "replay"] })).toMatchObject({
    ok: true,
    data: { images: true, replay: true },
  });
});

test("what belongs to a box that is not ticked is neither wrong nor kept", () => {
  const wrong = { imagesUse: { ...imagesUse, until: day("40", "1", "2027") }, replayUse };
  const alone = read({ ...wrong, uses: "replay" });
  expect(alone).toMatchObject({ ok: true, data: { replayUse: { where: "The town hall" } } });
  expect(alone.ok && alone.data.imagesUse).toBeUndefined();
  const neither = read(wrong);
  expect(neither.ok && [neither.data.imagesUse, neither.data.replayUse]).toEqual([undefined, undefined]);
});

test("a wrong date is told at its field, and everything typed goes back", () => {
  const values = {
    uses: ["images", "replay"],
    imagesUse: { ...imagesUse, until: day("40", "1", "2027") },
    replayUse: { where: "x".repeat(201), until: day("", "", "2027") },
  };
  const outcome = read(values);
  expect(outcome).toMatchObject({
    ok: false,
    values,
    errors: [
      { name: "imagesUse.until.day", message: "Kept until must be a real date" },
      { name: "replayUse.where", message: "Where it is shown must be 200 characters or less" },
      { name: "replayUse.until.day", message: "Shown until must include a day and month" },
    ],
  });
});

test("what is stored stands in the fields, each of which has a name for comparing", () => {
  const media = {
    ...stored.media,
    images: true,
    imagesUse: { purpose: "Our web page", until: "2027-01-11" },
    replay: true,
    replayUse: { where: null, until: "2027-02-01" },
  };
  const shown = mediaDefaults({ ...stored, media });
  expect(shown).toMatchObject({
    uses: ["images", "replay"],
    imagesUse,
    replayUse: { where: "", until: day("1", "2", "2027") },
  });
  expect(Object.keys(mediaLabels)).toEqual(
    expect.arrayContaining(["imagesUse.purpose", "imagesUse.until", "replayUse.where", "replayUse.until"]),
  );
});
