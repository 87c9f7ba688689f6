import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { consentScope } from "~/domain/record/fields";
import { viewAt } from "~/domain/readiness/view";
import { aRecord } from "../../tests/factories/record";
import { withMedia } from "../../tests/factories/traits";
import { markOfQuestions } from "./paper-form-sheets";

const words = (text: string) =>
  new Map(consentScope.options.map((scope) => [scope, { words: text, short: null, digest: text }] as const));

function markWith({ until = "2027-01-11", text = "May we?" }) {
  const photos = withMedia({ images: true, imagesUse: { purpose: "Our page", until } });
  const view = viewAt(aRecord({}, photos), Temporal.Instant.from("2026-11-23T10:00:00Z"));
  return markOfQuestions(view, view.participants[0]!, words(text));
}

test("the mark of a form changes with what it asks, and with what it tells", () => {
  expect(markWith({})).toBe(markWith({}));
  expect(markWith({ text: "Might we?" })).not.toBe(markWith({}));
  expect(markWith({ until: "2028-06-01" })).not.toBe(markWith({}));
});
