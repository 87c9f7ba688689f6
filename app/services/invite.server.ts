import type { InvitationKind } from "~/data/invitations.server";
import { queueMail } from "~/data/mail.server";
import { newId } from "~/data/new-id.server";
import { mailedLinkToken, newCode, secretHash } from "~/data/one-time-secret.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import type { Role } from "~/domain/record/fields";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { change, type Change } from "./change.server";
import type { AddOptions } from "./organisation-edit";

const SEVEN_DAYS = 7 * 24 * 3600;

/** `email`: where the link goes; null for a code on paper. */
export type NewInvitation = { name: string; email: string | null; roles: readonly Role[] };

/** `sendsMail`: whether mail can leave. */
export type InviteOptions = AddOptions & { sendsMail: boolean };

/** `code`: what to print, this once; null where a link was sent, or the same form was sent before. */
export type Invited = { invitationId: string; code: string | null };

/**
 * Invites one person with one set of roles: by a link that is mailed to them and that nobody else gets to see, or by a
 * code that is printed. Either works once within seven days. Refuses `forbidden`, `not_confirmed`, `no_roles` and `no_mail`.
 */
export async function invite(
  actor: Actor,
  invitation: NewInvitation,
  { sendsMail, submission, clock }: InviteOptions,
): Promise<Outcome<Invited>> {
  const made = newSecret(invitation);
  const outcome = await change(
    actor,
    async (edit) => {
      if (!may(actor, "user.edit")) return refuse("forbidden", "Only an administrator invites people.");
      if (!isConfirmed(actor, edit.now)) return notConfirmed;
      if (invitation.roles.length === 0) return refuse("no_roles", "Select at least one role", "roles");
      if (invitation.email !== null && !sendsMail) {
        return refuse("no_mail", "This Greenroom sends no mail. Give them a code instead", "by");
      }
      await storeInvitation(edit, actor, invitation, made);
      return accept({ invitationId: made.invitationId });
    },
    { submission, clock },
  );
  return outcome.ok ? accept(shown(outcome.value.invitationId, made)) : outcome;
}

export type Secret = { invitationId: string; kind: InvitationKind; token: string };

export function newSecret({ email }: Pick<NewInvitation, "email">): Secret {
  const invitationId = newId();
  return email === null
    ? { invitationId, kind: "printed", token: newCode() }
    : { invitationId, kind: "mail", token: mailedLinkToken(invitationId) };
}

/** What the administrator sees: a code while it is this very invitation's, and never a link. */
export function shown(invitationId: string, made: Secret): Invited {
  const code = made.kind === "printed" && invitationId === made.invitationId ? made.token : null;
  return { invitationId, code };
}

/** Writes an invitation, and the mail with its link, in one change. */
export async function storeInvitation(
  { tx, record }: Change,
  { organisationId, userId }: Actor,
  { name, email, roles }: NewInvitation,
  { invitationId, kind, token }: Secret,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO invitation (organisation_id, id, kind, name, email, roles, token_hash, invited_by, expires_at)
    VALUES (${organisationId}::uuid, ${invitationId}::uuid, ${kind}, ${name}, ${email}, ${[...roles]}::text[],
      ${secretHash(token)}, ${userId}::uuid, CURRENT_TIMESTAMP + make_interval(secs => ${SEVEN_DAYS}::integer))`;
  if (email !== null) {
    const mail = { kind: "invitation", about: invitationId, to: email } as const;
    await queueMail(tx, organisationId, { ...mail, usableForSeconds: SEVEN_DAYS });
  }
  record({ type: "invitation.made", subject: `invitation:${invitationId}`, kind, roles: [...roles] });
}
