import { setTimeout } from "node:timers/promises";
import { readWithoutOrganisation } from "~/data/database.server";
import { findAccountByEmail, listOrganisationsOf } from "~/data/doors.server";
import { isFirstStop } from "~/data/sign-in-tries.server";
import { accept } from "~/domain/refusal";
import { change, type Changer } from "./change.server";

/** The answer takes so long, and what is done for an account that is there takes less. */
const QUIET_MS = 750;

/**
 * Notes in the installation's trail, for the person whom it concerns, that tries at their password or second step were
 * stopped: at most once an hour for each, so that nobody fills the trail by trying.
 */
export async function noteStoppedTries(
  { organisationId, userId }: Changer & { userId: string },
  what: "password" | "second_step",
): Promise<void> {
  if (!(await isFirstStop(`${what} of ${userId}`))) return;
  await change({ organisationId, userId: null }, async ({ recordForInstallation }) => {
    recordForInstallation({ type: "user.tries_stopped", subject: `user:${userId}`, what });
    return accept(null);
  });
}

/** As `noteStoppedTries`, for an address that somebody typed: it takes as long where nobody has it. */
export async function noteStoppedSignIn(email: string): Promise<void> {
  await Promise.all([noteIfAnybody(email), setTimeout(QUIET_MS)]);
}

async function noteIfAnybody(email: string): Promise<void> {
  const found = await readWithoutOrganisation(async (tx) => {
    const account = await findAccountByEmail(tx, email);
    const [organisationId] = account ? await listOrganisationsOf(tx, account.userId) : [];
    return account && organisationId ? { organisationId, userId: account.userId } : null;
  });
  if (found) await noteStoppedTries(found, "password");
}
