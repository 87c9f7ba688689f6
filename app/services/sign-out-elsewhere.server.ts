import type { LoginReach } from "~/data/login-session.server";
import { endOwnLoginSessions, listOwnSignIns } from "~/data/own-account.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change, type Change } from "./change.server";

/**
 * Ends every login of the person themselves but the one that is kept (null: none), in the organisation that they are in,
 * or in each that they are signed in to: one change for each, so that each organisation's history says so. Returns how
 * many were ended.
 */
export async function signOutElsewhere(
  actor: Actor,
  keptId: string | null,
  reach: LoginReach,
): Promise<Outcome<{ ended: number }>> {
  const others = (await listOwnSignIns(actor, reach)).filter(({ id }) => id !== keptId);
  let ended = 0;
  for (const organisationId of new Set(others.map((signIn) => signIn.organisationId))) {
    const outcome = await change({ organisationId, userId: actor.userId }, async (edit) => {
      const ids = await endOthers(edit, actor.userId, keptId);
      return ids.length > 0 ? accept({ ended: ids.length }) : nothingToEnd;
    });
    if (outcome.ok) ended += outcome.value.ended;
  }
  return accept({ ended });
}

/** Ends the person's logins in one organisation but the one that is kept, and records each. */
export async function endOthers(
  { tx, record }: Change,
  userId: string,
  keptId: string | null,
): Promise<string[]> {
  const ids = await endOwnLoginSessions(tx, keptId);
  for (const loginSessionId of ids)
    record({
      type: "login_session.ended",
      subject: `user:${userId}`,
      loginSessionId,
      reason: "signed_out_elsewhere",
    });
  return ids;
}

const nothingToEnd = refuse("nothing_to_end", "You are signed in nowhere else.");
