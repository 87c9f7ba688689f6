import { readWithoutOrganisation } from "~/data/database.server";
import { addAccount } from "~/data/doors.server";
import { findAccountByIdentity, linkOwnIdentity, type Identity } from "~/data/identities.server";
import { findInvitationByToken, waitsForConfirmation } from "~/data/invitations.server";
import { findSignedIn } from "~/data/members.server";
import { newId } from "~/data/new-id.server";
import { ProviderProblem, whoCameBack } from "~/data/open-id.server";
import { findSignInProvider } from "~/data/sign-in-provider.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { emailTaken, memberAlready, notUsable, useUp } from "./accept-invitation.server";
import { askProvider } from "./ask-provider.server";
import { change, type Change } from "./change.server";
import { countedTry } from "./counted-try.server";
import { openLogin } from "./open-login.server";
import { openVisit, providerDown, type Visit, type VisitPurpose } from "./start-at-provider.server";

/** What the browser brings along. `search`: the query of the address that the provider sent it to. */
export type Returned = {
  visit: string;
  search: string;
  origin: string;
  /** Where the request comes from, as tries are counted. */
  place: string;
  invitationToken: string | null;
  signedIn: { actor: Actor; loginSessionId: string } | null;
};

/** `token`: of the login that was opened; null where there is none to open. */
export type Back = { kind: VisitPurpose["kind"]; token: string | null; next: string | null };

/**
 * Somebody is back from their organisation's provider, which opens that organisation and nothing else. Whom it knows is
 * told by its address and its own name for them, never by an e-mail address; however they proved themselves there, it is
 * no second step here.
 *
 * Refuses `not_ours` (an answer that no visit of this browser asked for, or the provider said no), `provider_down`,
 * `not_linked`, `waiting`, `identity_taken`, and for joining `not_usable`, `member_already`,
 * `email_taken` and `too_many_tries`.
 */
export async function returnFromProvider(returned: Returned): Promise<Outcome<Back>> {
  const visit = openVisit(returned.visit);
  const provider = visit && (await findSignInProvider(visit.organisationId));
  if (!visit || provider?.issuer !== visit.issuer || provider.clientId !== visit.clientId) return notOurs;
  let identity: Identity;
  try {
    identity = await askProvider(visit.organisationId, () =>
      whoCameBack(provider, { ...returned, ties: visit.ties }),
    );
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    return error.problem === "down" ? providerDown : notOurs;
  }
  const { purpose } = visit;
  if (purpose.kind === "sign_in") return signIn(visit, identity, purpose.next);
  if (purpose.kind === "join")
    return join(visit, identity, { ...purpose, ...returned, token: returned.invitationToken });
  return link(visit, identity, { ...purpose, signedIn: returned.signedIn });
}

async function signIn({ organisationId }: Visit, identity: Identity, next: string): Promise<Outcome<Back>> {
  const userId = await findAccountByIdentity(identity);
  const signedIn = userId ? await findSignedIn(organisationId, userId) : null;
  if (!userId || !signedIn) {
    const waits =
      userId !== null && (await readWithoutOrganisation((tx) => waitsForConfirmation(tx, userId)));
    return waits ? waiting : notLinked;
  }
  return change(signedIn.actor, async (edit) => {
    const { token } = await openLogin(edit, { ...signedIn.actor, means: "provider" });
    return accept<Back>({ kind: "sign_in", token, next });
  });
}

type Joining = Extract<VisitPurpose, { kind: "join" }> & { token: string | null; place: string };

/** The invitation is used by whoever opened it in this browser and signed in at the provider of who invites. */
async function join(
  { organisationId }: Visit,
  identity: Identity,
  { userId: proved, name, email: typed, token, place }: Joining,
): Promise<Outcome<Back>> {
  const open = token === null ? null : await findInvitationByToken(token);
  if (!open || token === null || open.organisationId !== organisationId) return notUsable;
  const linked = await findAccountByIdentity(identity);
  if (linked !== null && proved !== null && linked !== proved) return identityTaken;
  const known = linked ?? proved;
  const userId = known ?? newId();
  // Counted, so that an invitation is no way to find out who else has an account.
  return countedTry(`invitation ${open.invitationId}`, place, () =>
    change({ organisationId, userId }, async (edit) => {
      const there = await edit.tx.membership.count({ where: { organisationId, userId, endedAt: null } });
      if (there > 0) return memberAlready;
      if (known === null) {
        const email = open.email ?? typed;
        const added = email && (await addAccount(edit.tx, { id: userId, email, name, passwordHash: null }));
        if (!added) return emailTaken;
        edit.recordForInstallation({ type: "user.created", subject: `user:${userId}` });
      }
      if (linked === null && !(await linkTo(edit, userId, identity))) return identityTaken;
      const used = await useUp(edit, { invitationToken: token, organisationId, userId, means: "provider" });
      return used.ok ? accept<Back>({ kind: "join", token: used.value.token, next: null }) : used;
    }),
  );
}

type Linking = Extract<VisitPurpose, { kind: "link" }> & Pick<Returned, "signedIn">;

/** Only in the very login that asked for it and proved whose it is. */
async function link(
  { organisationId }: Visit,
  identity: Identity,
  { userId, loginSessionId, signedIn }: Linking,
): Promise<Outcome<Back>> {
  if (
    signedIn?.actor.organisationId !== organisationId ||
    signedIn.actor.userId !== userId ||
    signedIn.loginSessionId !== loginSessionId
  ) {
    return notOurs;
  }
  return change(signedIn.actor, async (edit) => {
    if (!(await linkTo(edit, userId, identity))) return identityTaken;
    return accept<Back>({ kind: "link", token: null, next: null });
  });
}

async function linkTo(
  { tx, recordForInstallation }: Change,
  userId: string,
  identity: Identity,
): Promise<boolean> {
  if (!(await linkOwnIdentity(tx, identity))) return false;
  recordForInstallation({ type: "user.identity_linked", subject: `user:${userId}` });
  return true;
}

export const notOurs = refuse(
  "not_ours",
  "The sign-in did not come to an end. It may have taken too long, been opened twice, or been stopped. Start again",
);
const notLinked = refuse(
  "not_linked",
  "Nobody here is linked to this sign-in. If you belong to the organisation, sign in with your password first and link it under your account. If you are new, ask for an invitation",
);
const waiting = refuse("waiting", "An administrator has to confirm who you are first.");
const identityTaken = refuse("identity_taken", "This sign-in is linked to another account already");
