import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findSessionFor, type JudgedSession } from "~/data/session-page.server";
import { may, type Action } from "~/domain/permissions";
import { calledOff } from "~/domain/session/called-off";
import { requireSignedIn, sessionNotFound, toSecondStep, type SignedInHere } from "./signed-in.server";

/**
 * The session that a page's address names, for who is signed in. `mayDo` says what they can do to it as it
 * stands, and `mayEdit` whether its forms can be used.
 * @throws Response 302 to sign in or to give the second step, 404 for what is not there or not theirs to see, 403 where `action` is not allowed
 */
export async function requireSession(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  action: Action = "session.view",
): Promise<
  SignedInHere & JudgedSession & { sessionId: string; mayEdit: boolean; mayDo: (action: Action) => boolean }
> {
  const signedIn = await requireSignedIn(args);
  const sessionId = args.params["sessionId"] ?? "";
  const found = await findSessionFor(signedIn.actor, sessionId);
  if (!found) throw sessionNotFound(args, signedIn);
  if (!may(signedIn.actor, action, found.subject)) {
    if (may(signedIn.holder, action, found.subject)) throw toSecondStep(args.request);
    throw new Response(null, { status: 403 });
  }
  const { session } = found.record;
  const isClosed = (asked: Action) =>
    asked === "consent.withdraw"
      ? calledOff(session)
      : /^(session|consent)\./.test(asked) && session.cancelled;
  const mayDo = (asked: Action) => may(signedIn.actor, asked, found.subject) && !isClosed(asked);
  return { ...signedIn, ...found, sessionId, mayEdit: mayDo("session.edit"), mayDo };
}

/**
 * The session that a page's address names, for an approver; whether something bars them from it is for the page to say.
 * @throws Response as `requireSession`, 403 for who is no approver
 */
export async function requireApprover(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const page = await requireSession(args);
  if (may(page.actor, "session.sign_off")) return page;
  throw may(page.holder, "session.sign_off")
    ? toSecondStep(args.request)
    : new Response(null, { status: 403 });
}
