import { confirmLoginSession, openLoginSession, type SignInMeans } from "~/data/login-session.server";
import type { Actor } from "~/domain/actor";
import { accept } from "~/domain/refusal";
import { change } from "~/services/change.server";

const HOUR = 3600;

/** The token of a new login of a member, by a password and with their second step given in it unless said otherwise. */
export async function loginToken(
  actor: Actor,
  { confirmed = true, means = "password" }: { confirmed?: boolean; means?: SignInMeans } = {},
): Promise<string> {
  const outcome = await change(actor, async ({ tx, record }) => {
    const { id, token: first } = await openLoginSession(tx, actor.userId, {
      idleSeconds: HOUR,
      absoluteSeconds: HOUR,
      means,
    });
    const token = confirmed ? (await confirmLoginSession(tx, id)).token : first;
    record({ type: "login_session.started", subject: `user:${actor.userId}`, loginSessionId: id });
    return accept({ token });
  });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value.token;
}
