import { describe, expect, test } from "vitest";
import { aStatement } from "../../../tests/factories/statements";
import { contactRoute, friendRequests, privacyNotGuaranteed } from "../readiness/rules/boundaries";
import { organisationStatementsOn } from "./organisation-statements";

const about = { kind: "organisation", id: "lanternmoor-youth-advice" } as const;
const settled = aStatement({ kind: "friend_requests_settled", about, at: "2026-09-01T10:00:00Z", id: "a" });

function standing(today: string, ...statements: (typeof settled)[]) {
  return organisationStatementsOn(statements, 12, today)[0];
}

describe("the organisation's own statements", () => {
  test("are three, each for a requirement, in the words that are stated", () => {
    const all = organisationStatementsOn([], 12, "2026-11-23");
    expect(all.map(({ kind, requirement }) => [kind, requirement])).toEqual([
      ["friend_requests_settled", "R09"],
      ["contact_through_us", "R10"],
      ["privacy_not_guaranteed", "R11"],
    ]);
    expect(all.map(({ state, line }) => [state, line])).toEqual(
      [1, 2, 3].map(() => ["missing", "Not stated yet"]),
    );
    expect(all.map(({ words }) => words)).toEqual([
      friendRequests.states,
      contactRoute.states,
      privacyNotGuaranteed.states,
    ]);
    expect(new Set(all.map(({ words }) => words)).size).toBe(3);
  });

  test.each([
    ["2027-07-31", "current"],
    ["2027-08-01", "due_soon"],
    ["2027-08-31", "due_soon"],
    ["2027-09-01", "overdue"],
  ])("on %s are %s", (today, state) => {
    expect(standing(today, settled)).toMatchObject({
      state,
      line: "Stated on 1 September 2026, good until 31 August 2027",
    });
  });

  test("say so where they could not be made", () => {
    expect(standing("2026-11-23", { ...settled, answer: "no" })).toMatchObject({
      state: "refused",
      line: "Could not be stated on 1 September 2026",
    });
  });

  test("stand as the newest of their kind, and not as an adult's", () => {
    const no = { ...settled, id: "b", answer: "no" as const, recordedAt: "2026-10-01T10:00:00Z" };
    expect(standing("2026-11-23", no, settled)?.state).toBe("refused");
    expect(standing("2026-11-23", settled, no)?.state).toBe("refused");
    expect(standing("2026-11-23", settled, { ...no, kind: "contact_through_us" })?.state).toBe("current");
    expect(standing("2026-11-23", { ...settled, about: { kind: "adult", id: "tamsin" } })?.state).toBe(
      "missing",
    );
  });
});
