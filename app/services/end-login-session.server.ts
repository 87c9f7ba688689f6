import { endLoginSession } from "~/data/login-session.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";

/** Signs out of this browser. */
export function signOut(actor: Actor, token: string): Promise<Outcome<null>> {
  return change(actor, async ({ tx, record }) => {
    const loginSessionId = await endLoginSession(tx, token);
    if (!loginSessionId) return refuse("not_signed_in", "You were signed out already.");
    record({
      type: "login_session.ended",
      subject: `user:${actor.userId}`,
      loginSessionId,
      reason: "signed_out",
    });
    return accept(null);
  });
}
