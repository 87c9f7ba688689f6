import { redirect, type AppLoadContext } from "@remix-run/node";
import { checkLoginSession } from "~/data/login-session.server";
import { findSignedIn, type SignedIn } from "~/data/members.server";
import { may, type Action } from "~/domain/permissions";
import { paths } from "~/paths";
import { readLoginCookie } from "./login-cookie.server";

/** Somebody signed in, and the login of this browser. */
export type SignedInHere = SignedIn & { loginSessionId: string };

type Asked = { request: Request; context: AppLoadContext };

/** Loaders of one page run side by side; the login is looked up once for all of them. */
const lookedUp = new WeakMap<AppLoadContext, Promise<SignedInHere | null>>();

/** Who is signed in, or null. Roles are read from the database with every request. */
export function whoIsSignedIn({ request, context }: Asked): Promise<SignedInHere | null> {
  const known = lookedUp.get(context);
  if (known) return known;
  const found = lookUp(request, context);
  lookedUp.set(context, found);
  return found;
}

async function lookUp(request: Request, context: AppLoadContext): Promise<SignedInHere | null> {
  const token = readLoginCookie(request, context.origin);
  const login = token ? await checkLoginSession(token) : null;
  const found = login && (await findSignedIn(login.organisationId, login.userId));
  return found && { ...found, loginSessionId: login.id };
}

/**
 * Who is signed in. Sends everybody else to sign in and back again.
 * @throws Response 302 to the sign-in page; 403 where `action` is given and their roles do not allow it
 */
export async function requireSignedIn(asked: Asked, action?: Action): Promise<SignedInHere> {
  const signedIn = await whoIsSignedIn(asked);
  if (!signedIn) {
    const { pathname, search } = new URL(asked.request.url);
    const next =
      asked.request.method === "GET" && pathname !== paths.home
        ? `?next=${encodeURIComponent(pathname + search)}`
        : "";
    throw redirect(paths.signIn + next);
  }
  if (action && !may(signedIn.actor, action)) throw new Response(null, { status: 403 });
  return signedIn;
}

/** Where to go after signing in: a page of ours, whatever was asked for. */
export function safeNext(next: string | null): string {
  if (!next || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes("\\")) return paths.home;
  return new URL(next, "http://greenroom.invalid").origin === "http://greenroom.invalid" ? next : paths.home;
}
