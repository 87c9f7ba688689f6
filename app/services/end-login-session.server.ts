import { endLoginSession } from "~/data/login-session.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";

/** Ends a login of this browser: somebody signed out, or another login took its place. */
export function signOut(
  actor: Actor,
  token: string,
  reason: "signed_out" | "replaced" = "signed_out",
): Promise<Outcome<null>> {
  return change(actor, async ({ tx, record }) => {
    const loginSessionId = await endLoginSession(tx, token);
    if (!loginSessionId) return refuse("not_signed_in", "You were signed out already.");
    record({
      type: "login_session.ended",
      subject: `user:${actor.userId}`,
      loginSessionId,
      reason,
    });
    return accept(null);
  });
}
