import type { LoaderFunctionArgs } from "@remix-run/node";
import type { SignedIn } from "~/data/members.server";
import { findRecordFor, type ReadableRecord } from "~/data/record-page.server";
import { requireSignedIn } from "./signed-in.server";

/**
 * The record of the session that a page's address names, as who is signed in may see it.
 * @throws Response 302 to sign in, 404 for what is not there or not theirs to see
 */
export async function requireRecord(
  args: LoaderFunctionArgs,
): Promise<SignedIn & ReadableRecord & { sessionId: string }> {
  const signedIn = await requireSignedIn(args);
  const sessionId = args.params["sessionId"] ?? "";
  const found = await findRecordFor(signedIn.actor, sessionId);
  if (!found) throw new Response(null, { status: 404 });
  return { ...signedIn, ...found, sessionId };
}
