import { expect } from "vitest";
import { loadOnce } from "../../prisma/demo/load";
import { makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";

test("the demonstration is not loaded beside another organisation, also not one of the same name", async () => {
  await makeOrganisation();
  const told: string[] = [];
  await expect(loadOnce({ isStopped: () => false, tell: (line) => told.push(line) })).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/^[^\n]*another organisation[^\n]*$/),
  });
  expect(told).toEqual([]);
});
