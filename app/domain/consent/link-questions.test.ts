import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import { viewAt } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { ConsentEvent } from "../record/participant";
import { linkQuestions, openQuestions } from "./link-questions";
import { questionsFor } from "./questions";

const askedAt = "2026-11-20T10:00:00Z";
const now = Temporal.Instant.from("2026-11-23T10:00:00Z");

/** The first young person of a session that takes photos, whose own answers are as `change` says; null: none to that. */
function asking(change: (event: ConsentEvent) => Partial<ConsentEvent> | null) {
  const record = aRecord();
  const id = record.participants[0]!.id;
  record.session.media.images = true;
  const own = record.consentEvents.filter(
    ({ participantId, giver }) => participantId === id && giver.relationship === "self",
  );
  own.push({ ...own[0]!, id: "photos", seq: 900, scope: "images" });
  record.consentEvents = own.flatMap((event) => {
    const changed = change(event);
    return changed ? [{ ...event, recordedAt: askedAt, ...changed }] : [];
  });
  const view = viewAt(record, now);
  const participant = view.participants[0]!;
  return {
    all: questionsFor(view, participant).map(({ scope }) => scope),
    open: openQuestions(view, participant, askedAt),
    puts: (answered: ConsentScope[]) =>
      linkQuestions(view, participant, { askedAt, answered }).map(({ scope }) => scope),
  };
}
const before = { recordedAt: "2026-11-20T09:59:59Z" };

test("a link asks everything of whoever answered nothing since, or did not take part before", () => {
  for (const { all, open, puts } of [
    asking(() => null),
    asking(() => before),
    asking(({ scope }) => (scope === "take_part" ? { ...before, answer: "no" } : null)),
  ]) {
    expect(all).toContain("images");
    expect(open).toEqual(all);
    expect(puts([])).toEqual(all);
  }
});

test("a link asks whether they take part alone, where a yes to that was not taken and the others were", () => {
  for (const unanswered of [null, before]) {
    const { open, puts } = asking(({ scope }) => (scope === "take_part" ? unanswered : {}));
    expect(open).toEqual(["take_part"]);
    expect(puts([])).toEqual(["take_part"]);
  }
});

test("a link asks what is new since they answered, beside what they have answered in this visit", () => {
  const { open, puts } = asking(({ scope }) => (scope === "images" ? null : {}));
  expect(open).toEqual(["images"]);
  expect(puts([])).toEqual(["images"]);
  expect(puts(["voice"])).toEqual(["voice", "images"]);
});

test("a link asks on where only noes were taken, and nothing that was said no to", () => {
  const { all, open } = asking(({ scope }) =>
    scope === "take_part"
      ? {}
      : scope === "camera"
        ? { answer: "no" }
        : scope === "voice"
          ? { answer: "withdrawn" }
          : null,
  );
  expect(open).toEqual(all.filter((scope) => !["take_part", "camera", "voice"].includes(scope)));
  expect(open.length).toBeGreaterThan(0);
});

test("where everything is answered, or they do not take part, nothing is open, and all can be answered once more", () => {
  for (const { all, open, puts } of [
    asking(() => ({})),
    asking(({ scope }) => (scope === "take_part" ? { answer: "no" } : null)),
  ]) {
    expect(open).toEqual([]);
    expect(puts([])).toEqual(all);
  }
});
