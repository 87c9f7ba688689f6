import { describe, expect, test } from "vitest";
import { assignmentQuestions, usuallyPresent } from "./assignment-questions";
import { reachableInstants } from "./reachable-times";
import { adultRoles, inRoleOrder, roleWords } from "./role-words";
import { routeChoices, routeWords } from "./route-words";

const asked = {
  host: ["present", "device"],
  observer: ["present", "device"],
  moderator: ["present", "device"],
  support_contact: ["present", "device", "contact"],
  dsl_on_call: ["device", "contact", "reachable"],
  standby: ["present", "device"],
  guest: ["present"],
};

describe("an adult in a role", () => {
  test.each(adultRoles.map((role) => [role, asked[role]] as const))(
    "as %s is asked %j",
    (role, questions) => {
      const all = Object.entries(assignmentQuestions(role));
      expect(all.flatMap(([question, is]) => (is ? [question] : []))).toEqual(questions);
      expect(all).toHaveLength(4);
    },
  );

  test("is usually there from beginning to end as host, observer or moderator", () => {
    expect(adultRoles.filter(usuallyPresent)).toEqual(["host", "observer", "moderator"]);
  });

  test.each(adultRoles.map((role) => [role]))(
    "is named and described as %s, in either kind of session",
    (role) => {
      for (const kind of ["host", "join"] as const) {
        expect(roleWords(role, kind).name).toMatch(/^[A-Z]/);
        expect(roleWords(role, kind).does).toMatch(/\.$/);
      }
    },
  );

  test("leads the group instead of hosting when joining", () => {
    expect(roleWords("host", "host").name).toBe("Host");
    expect(roleWords("host", "join").name).toBe("Who leads our group");
    expect(roleWords("standby", "join").does).toContain("our group");
    expect(roleWords("observer", "join")).toEqual(roleWords("observer", "host"));
  });
});

test("adults are listed in the order in which one looks for them on the day", () => {
  const listed = [
    { role: "guest", id: 1 },
    { role: "observer", id: 2 },
    { role: "host", id: 3 },
    { role: "observer", id: 4 },
    { role: "dsl_on_call", id: 5 },
  ] as const;
  expect(inRoleOrder(listed).map(({ id }) => id)).toEqual([3, 2, 4, 5, 1]);
  expect(listed[0].id).toBe(1);
});

test("each way to join has words of its own, as an answer and in a table", () => {
  expect(Object.keys(routeWords)).toEqual(Object.keys(routeChoices));
  expect(new Set([...Object.values(routeWords), ...Object.values(routeChoices)]).size).toBe(8);
});

describe("the times at which a lead can be reached", () => {
  const evening = {
    startsAt: "2026-12-10T23:30:00Z",
    endsAt: "2026-12-10T23:50:00Z",
    zone: "Europe/London",
  };

  test("are those of the session's own day", () => {
    expect(reachableInstants(evening, "16:00", "23:55")).toEqual({
      reachableFrom: "2026-12-10T16:00:00Z",
      reachableTo: "2026-12-10T23:55:00Z",
    });
  });

  test.each(["01:00", "16:00"])("go on into the next day until %s", (to) => {
    expect(reachableInstants(evening, "16:00", to).reachableTo).toBe(`2026-12-11T${to}:00Z`);
  });
});
