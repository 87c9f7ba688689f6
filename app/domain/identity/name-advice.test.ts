import { expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import { withParticipant } from "../../../tests/factories/traits";
import { nameAdvice } from "./name-advice";

/** The advice to Jo Li, born on 2 November 2009, about a name. */
function adviceOn(displayName: string | null, confirmedName: string | null = null) {
  const by = { by: "user-amina-farrow", recordedAt: "2026-11-22T10:00:00Z" };
  const record = aRecord(
    {},
    withParticipant("bryony-cattermoss", {
      firstName: "Jo",
      surname: "Li",
      birth: "2009-11-02",
      displayName,
      displayNameConfirmed: confirmedName === null ? null : { ...by, displayName: confirmedName },
    }),
  );
  return nameAdvice(record.participants[0]!);
}

test("there is no advice where no name is held, or the guard finds nothing", () => {
  expect(adviceOn(null)).toBeNull();
  expect(adviceOn("Sunbeam")).toBeNull();
});

test("a name that is only likely to identify may be confirmed, that very name", () => {
  expect(adviceOn("Jolie")).toEqual({
    found: ["It reads like the first name and the surname together."],
    blocks: false,
    confirmed: false,
  });
  expect(adviceOn("Jolie", "Jolie")?.confirmed).toBe(true);
  expect(adviceOn("Jolie", "Sunbeam")?.confirmed).toBe(false);
});

test("a name is blocked by one thing that blocks, whatever else is found beside it", () => {
  expect(adviceOn("jo@lanternmoor.example")?.blocks).toBe(true);
  expect(adviceOn("Jolie jo@lanternmoor.example 2009")).toMatchObject({
    found: { length: 3 },
    blocks: true,
  });
});
