import { afterEach, beforeEach, vi } from "vitest";
import type { MockInstance } from "vitest";

/** A warning or error that nobody expected fails the test that caused it. A test that expects one calls `mockClear` on it. */
const watched: MockInstance[] = [];

beforeEach(() => {
  watched.length = 0;
  for (const level of ["error", "warn"] as const) watched.push(vi.spyOn(console, level));
});

afterEach(() => {
  const printed = watched.flatMap((spy) => spy.mock.calls.map((call) => call.map(String).join(" ")));
  if (printed.length > 0) throw new Error(`Unexpected output on the console:\n${printed.join("\n")}`);
});
