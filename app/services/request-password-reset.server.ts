import { setTimeout } from "node:timers/promises";
import { readWithoutOrganisation } from "~/data/database.server";
import { findAccountByEmail, listOrganisationsOf } from "~/data/doors.server";
import { queueMail } from "~/data/mail.server";
import { newId } from "~/data/new-id.server";
import { mailedLinkToken } from "~/data/one-time-secret.server";
import { openPasswordReset } from "~/data/password-resets.server";
import { countTry } from "~/data/sign-in-tries.server";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import { tooManyTries } from "./counted-try.server";

const ONE_HOUR = 3600;
/** Every answer takes at least so long, and what is done for an account that is there takes less. */
const QUIET_MS = 750;

/**
 * Mails a link that resets the password of whoever has this address, if anybody has: the answer and its time are the
 * same. At most five times in 15 minutes for one address from one place (`too_many_tries`), and three links an hour for
 * one account.
 */
export async function requestPasswordReset(
  email: string,
  { place }: { place: string },
): Promise<Outcome<null>> {
  const counted = await countTry(`reset of ${email.toLowerCase()}`, place);
  if (!counted.allowed) return tooManyTries(counted.retryAfterSeconds);
  await Promise.all([mailLink(email), setTimeout(QUIET_MS)]);
  return accept(null);
}

async function mailLink(email: string): Promise<void> {
  const found = await readWithoutOrganisation(async (tx) => {
    const account = await findAccountByEmail(tx, email);
    const [organisationId] = account ? await listOrganisationsOf(tx, account.userId) : [];
    return account && organisationId ? { organisationId, userId: account.userId } : null;
  });
  if (!found) return;
  const { organisationId, userId } = found;
  await change(found, async ({ tx, recordForInstallation }) => {
    const id = newId();
    const opened = await openPasswordReset(tx, {
      id,
      userId,
      kind: "link",
      token: mailedLinkToken(id),
      usableForSeconds: ONE_HOUR,
    });
    if (!opened) return refuse("too_many_links", "There are enough links already.");
    // To the address as it is stored, whatever was typed that reads like it.
    const account = await tx.userAccount.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true },
    });
    await queueMail(tx, organisationId, {
      kind: "password_reset",
      about: id,
      to: account.email,
      usableForSeconds: ONE_HOUR,
    });
    recordForInstallation({ type: "user.password_link_made", subject: `user:${userId}` });
    return accept(null);
  });
}
