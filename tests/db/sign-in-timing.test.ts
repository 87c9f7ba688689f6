import { expect } from "vitest";
import { startLoginSession } from "~/services/start-login-session.server";
import { withOrganisation } from "~/data/database.server";
import { addAccount } from "~/data/doors.server";
import { newId } from "~/data/new-id.server";
import { makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";

const ROUNDS = 40;
/** Without the hash that nobody's password is compared with, an unknown address takes a small part of the time. */
const AT_MOST = 1.8;

test("control 10: a wrong password takes as long for an account that is there as for one that is not", async () => {
  const { organisationId, userId } = await makeOrganisation(["planner"]);
  const withoutPassword = {
    id: newId(),
    email: `${newId()}@lanternmoor.example`,
    name: "Robin",
    passwordHash: null,
  };
  await withOrganisation({ organisationId, actorId: null }, (tx) => addAccount(tx, withoutPassword));
  const kinds: Record<string, () => string> = {
    known: () => `${userId}@lanternmoor.example`,
    unknown: () => `${newId()}@lanternmoor.example`,
    "without a password": () => withoutPassword.email,
  };
  const taken: Record<string, number[]> = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let round = -3; round < ROUNDS; round++) {
    const names = Object.keys(kinds);
    // Each comes first, second and last as often as the others, and what else the machine does meets all of them.
    const inTurn = names.map((_, i) => names[(i + round + 2 * names.length) % names.length] ?? "");
    for (const kind of inTurn) {
      const email = kinds[kind]?.() ?? "";
      const began = performance.now();
      const outcome = await startLoginSession({ email, password: "not the right password" });
      const ms = performance.now() - began;
      expect(outcome).toMatchObject({ ok: false, refusal: { code: "wrong_details" } });
      if (round >= 0) taken[kind]?.push(ms);
    }
  }
  const medians = Object.values(taken).map(median);
  expect(Math.max(...medians) / Math.min(...medians), medians.join(" ms, ")).toBeLessThan(AT_MOST);
});

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
