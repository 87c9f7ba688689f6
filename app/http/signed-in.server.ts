import { redirect, type AppLoadContext } from "@remix-run/node";
import { checkLoginSession, noteLoginSeen, reachOf, type LoginReach } from "~/data/login-session.server";
import { findSignedIn, type SignedIn } from "~/data/members.server";
import type { Actor } from "~/domain/actor";
import { may, seesEverySession, type Action } from "~/domain/permissions";
import { rolesInForce } from "~/domain/second-step";
import { paths } from "~/paths";
import { signOut } from "~/services/end-login-session.server";
import { loginCookie, readLoginCookie } from "./login-cookie.server";

/**
 * Somebody signed in, and the login of this browser. `actor` holds the roles in force; `holder` is the same person with
 * every role that they hold, whether they gave their second step or not. `reach`: how much of their account this login
 * sees. `goOnWith` is for what gives the login a new
 * token, `logRefusal` for what tried in vain to.
 */
export type SignedInHere = SignedIn & {
  holder: Actor;
  loginSessionId: string;
  reach: LoginReach;
  place: string;
  goOnWith: (token: string) => void;
  logRefusal: (code: string) => void;
};

type Asked = { request: Request; context: AppLoadContext };

/** Loaders of one page run side by side; the login is looked up once for all of them. */
type LookedUp = WeakMap<AppLoadContext, Promise<SignedInHere | null>>;

/** The server and the bundle that it serves each load this module; what one has looked up the other must find. */
const LOOKED_UP = Symbol.for("greenroom.looked-up-logins");
const holder: typeof globalThis & { [LOOKED_UP]?: LookedUp } = globalThis;
const lookedUp: LookedUp = (holder[LOOKED_UP] ??= new WeakMap());

/** Who is signed in, or null. Roles are read from the database with every request. */
export function whoIsSignedIn({ request, context }: Asked): Promise<SignedInHere | null> {
  const known = lookedUp.get(context);
  if (known) return known;
  const found = lookUp(request, context);
  lookedUp.set(context, found);
  return found;
}

/**
 * Has the browser go on with a new token, whatever the answer to this request is, and the page that answers a form know
 * what the form changed of who is signed in.
 */
export function goOnWith(context: AppLoadContext, token: string): void {
  context.giveCookie(loginCookie(token, context.origin));
  context.newLoginToken = token;
  lookedUp.delete(context);
}

/** Signs this browser in with the token of a new login. One that it had before ends, whoever's it was. */
export async function signInHere(asked: Asked, token: string): Promise<void> {
  const before = await whoIsSignedIn(asked);
  const earlier = readLoginCookie(asked.request, asked.context.origin);
  goOnWith(asked.context, token);
  if (before && earlier) await signOut(before.actor, earlier, "replaced");
}

async function lookUp(request: Request, context: AppLoadContext): Promise<SignedInHere | null> {
  const token = context.newLoginToken ?? readLoginCookie(request, context.origin);
  const login = token ? await checkLoginSession(token) : null;
  context.countsFor(login && login.organisationId);
  if (!token || !login) return null;
  const found = await findSignedIn(login.organisationId, login.userId);
  if (!found) return null;
  context.logged.by = login.userId;
  if (!login.seenLately) await noteSeen(token, context);
  const { confirmedAt, id: loginSessionId, means } = login;
  const roles = rolesInForce(found.actor.roles, confirmedAt);
  return {
    ...found,
    holder: found.actor,
    actor: { ...found.actor, roles, confirmedAt },
    loginSessionId,
    reach: reachOf(means),
    place: context.place,
    goOnWith: (token) => goOnWith(context, token),
    logRefusal: (code) => void (context.logged.refused = code),
  };
}

/** Whoever only reads goes on reading while nothing can be written. */
async function noteSeen(token: string, context: AppLoadContext): Promise<void> {
  try {
    await noteLoginSeen(token);
  } catch (error) {
    context.report(error, "login not noted as used");
  }
}

/**
 * Who is signed in, whatever their roles: for their own account alone. Sends everybody else to sign in and back again.
 * @throws Response 302 to the sign-in page
 */
export async function requireLogin(asked: Asked): Promise<SignedInHere> {
  const signedIn = await whoIsSignedIn(asked);
  if (!signedIn) throw redirect(paths.signIn + backTo(asked.request));
  return signedIn;
}

/**
 * Who is signed in, with a right in force. Rights that ask for the second step ask for it at their first use in a login.
 * @throws Response 302 to the sign-in page or to give the second step; 403 where `action` is given and their roles do
 * not allow it
 */
export async function requireSignedIn(asked: Asked, action?: Action): Promise<SignedInHere> {
  const signedIn = await requireLogin(asked);
  const allowed = ({ roles }: Actor) =>
    roles.length > 0 && (!action || may({ ...signedIn.actor, roles }, action));
  if (!allowed(signedIn.actor)) {
    if (allowed(signedIn.holder)) throw toSecondStep(asked.request);
    if (action) throw new Response(null, { status: 403 });
  }
  return signedIn;
}

/**
 * What to throw where somebody finds nothing among the sessions that they see: who would see every session once they
 * gave their second step is asked for it, whether the session is there or not.
 */
export function sessionNotFound({ request }: Asked, { actor, holder }: SignedInHere): Response {
  if (seesEverySession(holder) && !seesEverySession(actor)) return toSecondStep(request);
  return new Response(null, { status: 404 });
}

/** Sends somebody to give their second step, and back to this page. */
export function toSecondStep(request: Request): Response {
  return redirect(paths.confirm + backTo(request, request.method !== "GET"));
}

/** The page to come back to. What is sent by a form cannot be sent again, so after that it is the form's own page. */
function backTo(request: Request, always = false): string {
  const { pathname, search } = new URL(request.url);
  if (pathname === paths.home || (request.method !== "GET" && !always)) return "";
  return `?next=${encodeURIComponent(pathname + search)}`;
}

/** Where to go after signing in: a page of ours, whatever was asked for. */
export function safeNext(next: string | null): string {
  if (!next || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes("\\")) return paths.home;
  return new URL(next, "http://greenroom.invalid").origin === "http://greenroom.invalid" ? next : paths.home;
}
