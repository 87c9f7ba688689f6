import { readWithoutOrganisation } from "~/data/database.server";
import { addAccount, findAccountByEmail, isEmailProved, listOrganisationsOf } from "~/data/doors.server";
import { newId } from "~/data/new-id.server";
import { newLinkToken } from "~/data/one-time-secret.server";
import { openPasswordReset } from "~/data/password-resets.server";
import type { Role } from "~/domain/record/fields";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change, type Change } from "./change.server";
import { emailTaken, foundOrganisation, type Founding } from "./found-organisation.server";
import { joinOrganisation } from "./join-organisation.server";
import { removeIn } from "./remove-second-step.server";

const ONE_DAY = 24 * 3600;
const SEVEN_DAYS = 7 * ONE_DAY;

/** `token`: of the link with which they choose a password; null where they sign in with the account that they have. */
export type Operated = { organisationId: string; userId: string; token: string | null };

type Person = { name: string; email: string };

/** `evenSo`: the operator knows whose account it is, although nobody has shown that its address is theirs. */
type Sure = { evenSo: boolean };

/**
 * Makes an organisation, as the operator, with its first administrator, who chooses a password by a link within seven
 * days, or signs in as before where they have an account. Refuses `not_proved` where nobody has shown that the account's address is
 * theirs, and `email_taken` where somebody takes the address meanwhile.
 */
export async function operatorCreatesOrganisation(
  organisation: Omit<Founding, "organisationId">,
  { name, email }: Person,
  { evenSo }: Sure,
): Promise<Outcome<Operated>> {
  const organisationId = newId();
  const account = await findKnown(email);
  if (account && !account.proved && !evenSo) return notProved;
  const userId = account?.userId ?? newId();
  return change({ organisationId, userId: null }, async (edit) => {
    const founder = account ? { userId, email: null } : { userId, name, email, passwordHash: null };
    if (!(await foundOrganisation(edit, { ...organisation, organisationId }, founder))) return emailTaken;
    const token = account ? null : await openLink(edit, userId, SEVEN_DAYS);
    return accept({ organisationId, userId, token });
  });
}

/**
 * Makes somebody a member of an organisation, as the operator, with these roles. Refuses `no_organisation`,
 * `member_already`, and `not_proved` and `email_taken` as above.
 */
export async function operatorCreatesUser(
  organisationId: string,
  { name, email }: Person,
  roles: readonly Role[],
  { evenSo }: Sure,
): Promise<Outcome<Operated>> {
  const account = await findKnown(email);
  const userId = account?.userId ?? newId();
  return change({ organisationId, userId: null }, async (edit) => {
    const { tx, recordForInstallation } = edit;
    if ((await tx.organisation.count({ where: { id: organisationId } })) === 0) {
      return refuse("no_organisation", "There is no organisation with this id.");
    }
    if (account) {
      const there = await tx.membership.count({ where: { organisationId, userId, endedAt: null } });
      if (there > 0) return refuse("member_already", "They belong to this organisation already.");
      if (!account.proved && !evenSo) return notProved;
    } else {
      if (!(await addAccount(tx, { id: userId, email, name, passwordHash: null }))) return emailTaken;
      recordForInstallation({ type: "user.created", subject: `user:${userId}` });
    }
    await joinOrganisation(edit, { organisationId, userId, roles, by: null });
    const token = account ? null : await openLink(edit, userId, SEVEN_DAYS);
    return accept({ organisationId, userId, token });
  });
}

/**
 * Makes a link with which somebody chooses a new password within a day, whichever organisations they belong to. Refuses
 * `no_account`, also where they belong to no organisation.
 */
export async function operatorResetsPassword(email: string): Promise<Outcome<Operated>> {
  const found = await findMember(email);
  if (!found) return noAccount;
  const { organisationId, userId } = found;
  return change({ organisationId, userId: null }, async (edit) =>
    accept({ organisationId, userId, token: await openLink(edit, userId, ONE_DAY) }),
  );
}

/**
 * Removes the second step of somebody who lost it, whichever organisations they belong to. Refuses `no_account`, also
 * where they belong to no organisation.
 */
export async function operatorRemovesSecondStep(email: string): Promise<Outcome<Operated>> {
  const found = await findMember(email);
  if (!found) return noAccount;
  const { organisationId, userId } = found;
  return change({ organisationId, userId: null }, async (edit) => {
    if (!(await removeIn(edit, userId, { byOperator: true }))) return noAccount;
    return accept({ organisationId, userId, token: null });
  });
}

async function findKnown(email: string): Promise<{ userId: string; proved: boolean } | null> {
  return readWithoutOrganisation(async (tx) => {
    const found = await findAccountByEmail(tx, email);
    return found && { userId: found.userId, proved: await isEmailProved(tx, found.userId) };
  });
}

const notProved = refuse(
  "not_proved",
  "There is an account with this address, and nobody has shown that the address is theirs: it may be somebody else's. Let the person choose a new password first, by mail or with a link of reset-password, which takes away every other way in. Then do this again. Or add --even-so, if you know whose account it is.",
);

async function findMember(email: string): Promise<{ organisationId: string; userId: string } | null> {
  return readWithoutOrganisation(async (tx) => {
    const found = await findAccountByEmail(tx, email);
    const [organisationId] = found ? await listOrganisationsOf(tx, found.userId) : [];
    return found && organisationId ? { organisationId, userId: found.userId } : null;
  });
}

const noAccount = refuse("no_account", "Nobody with this email address belongs to an organisation.");

async function openLink({ tx, recordForInstallation }: Change, userId: string, usableForSeconds: number) {
  const token = newLinkToken();
  if (!(await openPasswordReset(tx, { userId, kind: "operator", token, usableForSeconds }))) {
    throw new Error("A link can only be made for a member of the organisation");
  }
  recordForInstallation({ type: "user.password_link_made", subject: `user:${userId}` });
  return token;
}
