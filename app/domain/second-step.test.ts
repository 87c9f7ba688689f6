import { describe, expect, test } from "vitest";
import type { Role } from "./record/fields";
import { isConfirmed, rolesInForce, secondStepRoles } from "./second-step";

const all: Role[] = ["planner", "approver", "safeguarding_lead", "administrator", "reviewer"];
const givenAt = "2026-12-10T17:00:00Z";

describe("roles in force (control 11)", () => {
  test.each<[Role, boolean]>([
    ["planner", true],
    ["reviewer", true],
    ["approver", false],
    ["safeguarding_lead", false],
    ["administrator", false],
  ])("%s before the second step: %s", (role, inForce) => {
    expect(rolesInForce([role], null)).toEqual(inForce ? [role] : []);
    expect(secondStepRoles.includes(role)).toBe(!inForce);
  });

  test("are all that are held once the second step was given", () => {
    expect(rolesInForce(all, givenAt)).toEqual(all);
  });

  test("are what is left of several before it", () => {
    expect(rolesInForce(all, null)).toEqual(["planner", "reviewer"]);
  });
});

describe("confirmed", () => {
  const actor = { organisationId: "o", userId: "u", roles: all };

  test.each([
    ["2026-12-10T17:00:00Z", true],
    ["2026-12-10T17:05:00Z", true],
    ["2026-12-10T17:05:00.001Z", false],
    ["2026-12-11T17:00:00Z", false],
  ])("at 17:00, asked at %s: %s", (at, confirmed) => {
    expect(isConfirmed({ ...actor, confirmedAt: givenAt }, at)).toBe(confirmed);
  });

  test.each([{}, { confirmedAt: null }])("never, where no second step was given", (none) => {
    expect(isConfirmed({ ...actor, ...none }, givenAt)).toBe(false);
  });
});
