import { openLoginSession, type SignInMeans } from "~/data/login-session.server";
import type { Role } from "~/domain/record/fields";
import type { Change } from "./change.server";

const hour = 3600;
const absoluteSeconds = 12 * hour;

/** Planners are idle in the middle of things for longer; who holds more rights is signed out sooner. */
function idleSeconds(roles: readonly Role[]): number {
  return roles.every((role) => role === "planner") ? 8 * hour : hour / 2;
}

/** Opens a login for a member of the organisation that is being changed. Returns its id and its cookie's token. */
export async function openLogin(
  { tx, record }: Change,
  { userId, roles, means }: { userId: string; roles: readonly Role[]; means: SignInMeans },
): Promise<{ id: string; token: string }> {
  const opened = await openLoginSession(tx, userId, {
    idleSeconds: idleSeconds(roles),
    absoluteSeconds,
    means,
  });
  record({ type: "login_session.started", subject: `user:${userId}`, loginSessionId: opened.id });
  return opened;
}
