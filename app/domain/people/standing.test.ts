import { describe, expect, test } from "vitest";
import { aCheck, anAdult } from "../../../tests/factories/adults";
import { aPolicy } from "../../../tests/factories/lanternmoor";
import type { Adult } from "../record/adult";
import { childrenByBand } from "./ratio";
import { bestCheck, normalEmail, recheckDue, trainingDue } from "./standing";

const policy = aPolicy();
type Check = Adult["vetting"][number];

function check(id: string, issuedOn: string, changes: Partial<Check> = {}): Check {
  return aCheck("tamsin", issuedOn, { id, ...changes });
}

function counting(...vetting: Check[]): string | undefined {
  return bestCheck({ vetting }, policy)?.check.id;
}

describe("the last good day of a check", () => {
  test.each<[string, Partial<Check>, string]>([
    ["three years after it was issued", {}, "2028-05-11"],
    ["the day set by hand", { recheckDue: "2027-01-31" }, "2027-01-31"],
    [
      "a year after the last look, on the Update Service",
      { updateService: true, lastStatusCheckOn: "2027-09-01" },
      "2028-08-31",
    ],
    [
      "never earlier for having been looked at",
      { updateService: true, lastStatusCheckOn: "2026-09-01" },
      "2028-05-11",
    ],
    ["no later on the Update Service without a look", { updateService: true }, "2028-05-11"],
    ["no later for a look without the Update Service", { lastStatusCheckOn: "2027-09-01" }, "2028-05-11"],
  ])("is %s", (_what, changes, due) => {
    expect(recheckDue(check("a", "2025-05-12", changes), policy).toString()).toBe(due);
  });
});

describe("the check that counts", () => {
  const noLonger = { clearedForRole: false };

  test("is the one that holds longest of those that clear, whatever did not clear before", () => {
    const refusedBefore = check("long", "2024-01-01", { ...noLonger, recheckDue: "2030-01-01" });
    expect(counting(refusedBefore, check("old", "2024-06-01"), check("new", "2025-05-12"))).toBe("new");
    expect(
      counting(check("new", "2025-05-12"), check("old", "2024-06-01", { recheckDue: "2029-01-01" })),
    ).toBe("old");
  });

  test("is the newest where that does not clear, of one day the last that was recorded", () => {
    const morning = "2025-05-12T09:00:00Z";
    const evening = "2025-05-12T18:00:00Z";
    expect(counting(check("clear", "2024-06-01"), check("not", "2025-05-12", noLonger))).toBe("not");
    for (const order of [1, -1]) {
      const day = [
        check("a", "2025-05-12", { recordedAt: morning }),
        check("b", "2025-05-12", { recordedAt: evening, ...noLonger }),
      ].toSorted((x, y) => order * (x.id < y.id ? -1 : 1));
      expect(counting(...day)).toBe("b");
    }
    const thought = [
      check("a", "2025-05-12", { recordedAt: morning, ...noLonger }),
      check("b", "2025-05-12", { recordedAt: evening }),
    ];
    expect(counting(...thought)).toBe("b");
  });

  test("does not hang on the order in which two alike are stored", () => {
    const [a, b] = [check("a", "2025-05-12"), check("b", "2025-05-12")];
    expect([counting(a, b), counting(b, a)]).toEqual(["a", "a"]);
    const notB = { ...b, ...noLonger };
    expect([counting(a, notB), counting(notB, a)]).toEqual(["a", "a"]);
    const notA = { ...a, ...noLonger };
    expect([counting(notA, b), counting(b, notA)]).toEqual(["a", "a"]);
  });
});

test("the newest training counts, however they are listed", () => {
  const [training] = anAdult("Tamsin Quillbright").training;
  const older = { ...training!, id: "older", completedOn: "2023-01-01" };
  expect(trainingDue({ training: [training!, older] }, policy)?.toString()).toBe("2028-03-09");
  expect(trainingDue({ training: [older, training!] }, policy)?.toString()).toBe("2028-03-09");
});

test("an address is one human being's in whatever letters, and with whatever follows a plus sign", () => {
  expect(normalEmail(" Tam.Quill+Zoom@Lanternmoor.Example ")).toBe("tam.quill@lanternmoor.example");
});

test("children are counted by band below 18, and a band without children is left out", () => {
  const ratios = [
    { fromAge: 0, toAge: 8, childrenPerAdult: 6 },
    { fromAge: 9, toAge: 20, childrenPerAdult: 8 },
  ];
  expect(childrenByBand([17, 18, 19, 9], ratios)).toEqual([{ ...ratios[1], children: 2 }]);
});
