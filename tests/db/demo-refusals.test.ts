import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { withoutOrganisation } from "~/data/database.server";
import { anyOrganisation } from "~/data/doors.server";
import { loadOnce } from "../../prisma/demo/load";
import { test } from "../support/open-database";

const present = Temporal.Instant.from("2027-01-08T12:00:00Z");

function load(isStopped = () => true) {
  return loadOnce({ isStopped, tell: () => {}, present });
}

describe("the demonstration is loaded into an empty database alone", () => {
  test("a stop before the first step leaves nothing, and one in the middle is told from then on", async () => {
    await expect(load()).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining("Stopped") });
    expect(await withoutOrganisation(anyOrganisation)).toBe(false);

    let steps = 0;
    await expect(load(() => (steps += 1) > 4)).rejects.toMatchObject({ exitCode: 1 });
    expect(await withoutOrganisation(anyOrganisation)).toBe(true);
    await expect(load()).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/^[^\n]*was interrupted[^\n]*$/),
    });
  });
});
