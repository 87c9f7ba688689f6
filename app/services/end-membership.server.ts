import { endConsentRequests, listRequestsAskedBy } from "~/data/consent-requests.server";
import {
  hasOtherAdministrator,
  holdMembership,
  isLastPasswordAdministrator,
} from "~/data/hold-membership.server";
import { endLoginSessionsOf } from "~/data/login-session.server";
import { listToHandOver } from "~/data/planned-by.server";
import { endPasswordResetsOf } from "~/data/password-resets.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { change, type Change } from "./change.server";
import type { SharedEditOptions } from "./organisation-edit";
import { settleSharedChange } from "./settle-shared-change.server";

/** `handOverTo`: the planner who takes over the sessions that have not started; null where there are none. */
export type EndOptions = SharedEditOptions & { handOverTo?: string | null };

/**
 * Ends somebody's membership at once, and with it every sign-in of theirs, the invitations that they made or used and
 * that nobody confirmed, the links that they gave to young people, whose words they know, and the reset codes made for them; their sessions that have not started pass to another planner,
 * who then does not sign them off. What they did stays on record under their name. Refuses `not_found`, `forbidden`,
 * `stale_version`, `own_membership`, `not_confirmed`, `last_administrator`,
 * `last_password_administrator`, `no_successor` and `signed_one`.
 */
export function endMembership(
  actor: Actor,
  userId: string,
  { version, submission, clock, handOverTo = null }: EndOptions,
): Promise<Outcome<{ userId: string }>> {
  return change(
    actor,
    async (edit) => {
      const { tx, now, record } = edit;
      if (!may(actor, "user.edit")) return refuse("forbidden", "Only an administrator ends a membership.");
      const { organisationId } = actor;
      const held = await holdMembership(tx, organisationId, userId);
      if (!held) return refuse("not_found", "There is no such person.");
      if (held.version !== version) return refuseStale();
      if (userId === actor.userId) {
        return refuse("own_membership", "Ask another administrator to end your own membership");
      }
      if (!isConfirmed(actor, now)) return notConfirmed;
      if (!(await hasOtherAdministrator(tx, organisationId, userId))) {
        return refuse("last_administrator", "Somebody has to stay an administrator");
      }
      if (
        held.roles.includes("administrator") &&
        (await isLastPasswordAdministrator(tx, organisationId, userId))
      ) {
        return refuse(
          "last_password_administrator",
          "Your organisation requires its own sign-in, and somebody has to stay an administrator with a password",
        );
      }
      const handed = await handOver(edit, actor, userId, handOverTo);
      if (!handed.ok) return handed;
      await tx.membership.updateMany({
        where: { organisationId, userId },
        data: { endedAt: new Date(now), version: { increment: 1 } },
      });
      await endInvitationsOf(edit, organisationId, userId);
      await endLinksOf(edit, organisationId, userId);
      await endLoginSessionsOf(tx, userId);
      await endPasswordResetsOf(tx, userId);
      record({ type: "membership.ended", subject: `user:${userId}` });
      return accept({ userId });
    },
    { submission, clock },
  );
}

async function handOver(
  edit: Change,
  actor: Actor,
  userId: string,
  successor: string | null,
): Promise<Outcome<null>> {
  const { tx, now, record } = edit;
  const { organisationId } = actor;
  const ids = await listToHandOver(tx, { organisationId, userId, now });
  if (ids.length === 0) return accept(null);
  const planner = successor && successor !== userId && (await isPlanner(tx, organisationId, successor));
  if (!planner) return refuse("no_successor", "Select who takes over their sessions", "handOverTo");
  const signed = await tx.signOff.count({
    where: { organisationId, sessionId: { in: ids }, signedBy: successor },
  });
  if (signed > 0) {
    return refuse(
      "signed_one",
      "This person signed off one of the sessions. Select somebody else to take them over",
      "handOverTo",
    );
  }
  await settleSharedChange({ ...edit, actor }, { kind: "planner", userId }, async () => {
    await tx.session.updateMany({ where: { id: { in: ids } }, data: { plannedBy: successor } });
  });
  for (const sessionId of ids)
    record({
      type: "session.handed_over",
      subject: `session:${sessionId}`,
      sessionId,
      fromUserId: userId,
      toUserId: successor,
    });
  return accept(null);
}

async function isPlanner(tx: Change["tx"], organisationId: string, userId: string): Promise<boolean> {
  const where = { organisationId, userId, endedAt: null, roles: { some: { role: "planner" } } };
  return (await tx.membership.count({ where })) > 0;
}

/** Ends what they invited others with, and what they used themselves and nobody confirmed. */
async function endInvitationsOf(
  { tx, now, record }: Change,
  organisationId: string,
  userId: string,
): Promise<void> {
  const open = await tx.invitation.findMany({
    where: {
      organisationId,
      endedAt: null,
      confirmedAt: null,
      OR: [{ invitedBy: userId }, { usedBy: userId }],
      NOT: { kind: "mail", usedAt: { not: null } },
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  await tx.invitation.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { endedAt: new Date(now) },
  });
  for (const { id } of open) record({ type: "invitation.taken_back", subject: `invitation:${id}` });
}

/** Ends the links that they made for young people: they know each with its word. Whoever takes over makes new ones. */
async function endLinksOf(
  { tx, now, record }: Change,
  organisationId: string,
  userId: string,
): Promise<void> {
  const open = await listRequestsAskedBy(tx, organisationId, userId);
  const ids = open.map(({ id }) => id);
  await endConsentRequests(tx, organisationId, ids, { why: "taken_back", now });
  for (const { id, sessionId, participantId } of open) {
    const subject = `request:${id}` as const;
    record({ type: "consent_request.ended", subject, sessionId, participantId, why: "taken_back" });
  }
}
