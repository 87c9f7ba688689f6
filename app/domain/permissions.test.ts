import { describe, expect, test } from "vitest";
import type { Role } from "./record/fields";
import { may, seesEverySession, seesRedactedOnly } from "./permissions";

function actor(...roles: Role[]) {
  return { organisationId: "ours", userId: "me", roles };
}
const somebodyElses = { plannedBy: "other", assignedUserIds: [], hostOrObserverUserIds: [], widenedBy: [] };
const mine = { ...somebodyElses, plannedBy: "me" };

describe("which sessions a person sees", () => {
  test.each<[string, Role[], boolean]>([
    ["a planner", ["planner"], false],
    ["an approver", ["approver"], true],
    ["a safeguarding lead", ["safeguarding_lead"], true],
    ["an administrator", ["administrator"], true],
    ["a reviewer, redacted", ["reviewer"], true],
    ["a planner who also reviews: whole records, and so only their own", ["planner", "reviewer"], false],
    ["a planner who also approves", ["planner", "approver"], true],
  ])("%s", (_who, roles, others) => {
    expect(may(actor(...roles), "session.view", mine)).toBe(true);
    expect(may(actor(...roles), "session.view", somebodyElses)).toBe(others);
    expect(seesEverySession(actor(...roles))).toBe(others);
  });

  test("only somebody who does nothing but review is shown redacted records alone", () => {
    expect(seesRedactedOnly(actor("reviewer"))).toBe(true);
    expect(seesRedactedOnly(actor("planner", "reviewer"))).toBe(false);
  });

  test("a planner who also approves plans and changes only their own", () => {
    expect(may(actor("planner", "approver"), "session.edit", mine)).toBe(true);
    expect(may(actor("planner", "approver"), "session.edit", somebodyElses)).toBe(false);
  });
});
