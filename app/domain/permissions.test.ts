import { describe, expect, test } from "vitest";
import type { Role } from "./record/fields";
import {
  barWords,
  isTheirs,
  may,
  seesEverySession,
  seesRedactedOnly,
  signOffBar,
  type Action,
} from "./permissions";

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

describe("what each role may do", () => {
  const roles: Role[] = ["planner", "approver", "safeguarding_lead", "administrator", "reviewer"];
  const table: Record<Action, string> = {
    "session.plan": "x....",
    "session.view": "xxxxx",
    "session.edit": "x....",
    "session.mark_ready": "x....",
    "session.sign_off": ".x...",
    "session.return": ".x...",
    "session.cancel": "xxx..",
    "session.consider": "..x..",
    "consent.withdraw": "xxxx.",
    "record.export_redacted": "xxxxx",
    "record.export_named": ".xxx.",
    "adult.view": "xxxx.",
    "adult.edit": "x.xx.",
    "platform.view": "xxxx.",
    "platform.edit": "x.xx.",
    "organisation.view": "xxxx.",
    "organisation.edit": "...x.",
    "user.edit": "...x.",
    "audit.search": "...x.",
  };

  test.each(Object.entries(table))("%s", (action, expected) => {
    const allowed = roles.map((role) => (may(actor(role), action as Action) ? "x" : ".")).join("");
    expect(allowed).toBe(expected);
  });

  test("a planner records a change of mind in their own sessions, other staff in each that they see", () => {
    const withdraws = (role: Role, session = somebodyElses) => may(actor(role), "consent.withdraw", session);
    expect(withdraws("planner")).toBe(false);
    expect(withdraws("planner", mine)).toBe(true);
    expect(roles.filter((role) => withdraws(role))).toEqual([
      "approver",
      "safeguarding_lead",
      "administrator",
    ]);
  });
});

const planning: Action[] = ["session.plan", "session.edit", "session.mark_ready"];
const seeing: Action[] = ["session.view", "record.export_redacted"];
const staffs: Action[] = ["consent.withdraw", "adult.view", "platform.view", "organisation.view"];

test.each<[Role, Action[]]>([
  ["planner", [...planning, ...seeing, ...staffs, "session.cancel", "adult.edit", "platform.edit"]],
  [
    "approver",
    [...seeing, ...staffs, "session.sign_off", "session.return", "session.cancel", "record.export_named"],
  ],
  [
    "safeguarding_lead",
    [
      ...seeing,
      ...staffs,
      "session.cancel",
      "session.consider",
      "record.export_named",
      "adult.edit",
      "platform.edit",
    ],
  ],
  [
    "administrator",
    [
      ...seeing,
      ...staffs,
      "record.export_named",
      "adult.edit",
      "platform.edit",
      "organisation.edit",
      "user.edit",
    ],
  ],
  ["reviewer", seeing],
])("a %s may do this and nothing else", (role, actions) => {
  const all: Action[] = [
    ...planning,
    ...seeing,
    ...staffs,
    "session.sign_off",
    "session.return",
    "session.cancel",
    "session.consider",
    "record.export_named",
    "adult.edit",
    "platform.edit",
    "organisation.edit",
    "user.edit",
  ];
  expect(all.filter((action) => may(actor(role), action)).sort()).toEqual([...actions].sort());
  expect(all.filter((action) => may(actor(), action))).toEqual([]);
});

describe("who may never sign a session off, whatever else they are", () => {
  const approver = actor("approver", "planner");

  test.each([
    ["planned_it", { plannedBy: "me" }],
    ["hosts_or_observes", { hostOrObserverUserIds: ["other", "me"] }],
    ["widened_it", { widenedBy: ["me"] }],
    [null, { assignedUserIds: ["me"], hostOrObserverUserIds: ["other"], widenedBy: ["other"] }],
  ] as const)("%s", (bar, changes) => {
    const session = { ...somebodyElses, ...changes };
    expect(signOffBar(approver, session)).toBe(bar);
    expect(may(approver, "session.sign_off", session)).toBe(bar === null);
    expect(may(approver, "session.return", session)).toBe(bar === null);
    expect(may(actor("planner"), "session.sign_off", session)).toBe(false);
    if (bar) expect(barWords[bar]).toMatch(/somebody else has to sign it off\.$/);
  });

  test("a session is somebody's who planned it or is assigned to it", () => {
    expect(isTheirs(approver, mine)).toBe(true);
    expect(isTheirs(approver, { ...somebodyElses, assignedUserIds: ["other", "me"] })).toBe(true);
    expect(isTheirs(approver, { ...somebodyElses, hostOrObserverUserIds: ["me"] })).toBe(false);
    const assigned = { ...somebodyElses, assignedUserIds: ["me"] };
    expect(may(actor("planner"), "session.edit", assigned)).toBe(true);
  });

  test("somebody without any role sees nothing", () => {
    expect(seesRedactedOnly(actor())).toBe(false);
    expect(seesEverySession(actor())).toBe(false);
    expect(may(actor(), "session.view", mine)).toBe(false);
  });
});
