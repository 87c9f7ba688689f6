import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeNext } from "./signed-in.server";

const ORIGIN = "https://greenroom.example";
const onwards = (next: string | null) => new URL(safeNext(next), ORIGIN);

describe("where somebody goes after signing in (control 14)", () => {
  test.each([
    "https://elsewhere.example",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "\\\\elsewhere.example",
    "javascript:alert(1)",
    "sessions",
    "",
  ])("is the first page for %j", (next) => expect(safeNext(next)).toBe("/"));

  test("is the page that was asked for", () =>
    expect(safeNext("/sessions/new?from=2026-11-23")).toBe("/sessions/new?from=2026-11-23"));

  test("is a page of ours, whatever was asked for", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      ".",
      "@",
      ":",
      "?",
      "#",
      "\t",
      "\n",
      " ",
      "%2f",
      "elsewhere.example",
    );
    const built = fc.array(fc.oneof(pieces, fc.string({ unit: "binary" })), { maxLength: 8 });
    fc.assert(
      fc.property(built, (parts) => {
        for (const start of ["", "/"]) expect(onwards(start + parts.join("")).origin).toBe(ORIGIN);
      }),
      { numRuns: 1000 },
    );
  });
});
