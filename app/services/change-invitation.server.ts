import { lockInvitation } from "~/data/invitations.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { change } from "./change.server";
import { newSecret, shown, storeInvitation, type Invited, type InviteOptions } from "./invite.server";
import type { AddOptions } from "./organisation-edit";

/**
 * Takes an invitation back: its link or code opens nothing any more, and whoever waits to be confirmed is not let in.
 * Refuses `forbidden`, `not_found` and `joined`, where somebody is in by it already.
 */
export function takeBackInvitation(
  actor: Actor,
  invitationId: string,
  { submission, clock }: AddOptions = {},
): Promise<Outcome<null>> {
  return change(
    actor,
    async ({ tx, now, record }) => {
      const held = await holdForEdit(tx, actor, invitationId);
      if (!held.ok) return held;
      await tx.invitation.updateMany({ where: { id: invitationId }, data: { endedAt: new Date(now) } });
      record({ type: "invitation.taken_back", subject: `invitation:${invitationId}` });
      return accept(null);
    },
    { submission, clock },
  );
}

/**
 * Makes an invitation again, for the same person with the same roles and seven new days; the earlier link or code opens
 * nothing any more. Refusals as `takeBackInvitation`, `not_confirmed` and `no_mail`.
 */
export async function remakeInvitation(
  actor: Actor,
  invitationId: string,
  { sendsMail, submission, clock }: InviteOptions,
): Promise<Outcome<Invited>> {
  // Which of the two it is stands fixed from the start; a code is made where no mail leaves any more.
  const [link, code] = [newSecret({ email: "by mail" }), newSecret({ email: null })];
  const outcome = await change(
    actor,
    async (edit) => {
      const { tx, now, record } = edit;
      const held = await holdForEdit(tx, actor, invitationId);
      if (!held.ok) return held;
      if (!isConfirmed(actor, now)) return notConfirmed;
      const { name, email, roles, kind } = held.value;
      if (kind === "mail" && !sendsMail) return refuse("no_mail", "This Greenroom sends no mail any more.");
      const made = kind === "mail" ? link : code;
      await tx.invitation.updateMany({ where: { id: invitationId }, data: { endedAt: new Date(now) } });
      record({ type: "invitation.taken_back", subject: `invitation:${invitationId}` });
      await storeInvitation(edit, actor, { name, email, roles }, made);
      return accept({ invitationId: made.invitationId });
    },
    { submission, clock },
  );
  return outcome.ok ? accept(shown(outcome.value.invitationId, code)) : outcome;
}

async function holdForEdit(
  tx: Parameters<typeof lockInvitation>[0],
  actor: Actor,
  invitationId: string,
): Promise<Outcome<NonNullable<Awaited<ReturnType<typeof lockInvitation>>>>> {
  if (!may(actor, "user.edit")) return refuse("forbidden", "Only an administrator changes invitations.");
  const held = await lockInvitation(tx, actor.organisationId, invitationId);
  if (!held || held.state === "taken_back") return refuse("not_found", "There is no such invitation.");
  if (held.state === "joined") return refuse("joined", "They have joined by this invitation already.");
  return accept(held);
}
