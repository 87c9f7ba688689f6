import { redirect, type AppLoadContext } from "@remix-run/node";
import { checkLoginSession } from "~/data/login-session.server";
import { findSignedIn, type SignedIn } from "~/data/members.server";
import type { Actor } from "~/domain/actor";
import { may, seesEverySession, type Action } from "~/domain/permissions";
import { rolesInForce } from "~/domain/second-step";
import { paths } from "~/paths";
import { readLoginCookie } from "./login-cookie.server";

/**
 * Somebody signed in, and the login of this browser. `actor` holds the roles in force; `holder` is the same person with
 * every role that they hold, whether they gave their second step or not.
 */
export type SignedInHere = SignedIn & { holder: Actor; loginSessionId: string; place: string };

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

/** Lets the page that answers a form know what the form changed of who is signed in. */
export function lookAgain(context: AppLoadContext): void {
  lookedUp.delete(context);
}

async function lookUp(request: Request, context: AppLoadContext): Promise<SignedInHere | null> {
  const token = readLoginCookie(request, context.origin);
  const login = token ? await checkLoginSession(token) : null;
  const found = login && (await findSignedIn(login.organisationId, login.userId));
  if (!found) return null;
  const { confirmedAt, id: loginSessionId } = login;
  const roles = rolesInForce(found.actor.roles, confirmedAt);
  return {
    ...found,
    holder: found.actor,
    actor: { ...found.actor, roles, confirmedAt },
    loginSessionId,
    place: context.place,
  };
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
