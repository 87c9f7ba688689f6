import type { LoaderFunctionArgs } from "@remix-run/node";
import { findRecordFor, type ReadableRecord } from "~/data/record-page.server";
import { requireSignedIn, sessionNotFound, type SignedInHere } from "./signed-in.server";

/**
 * The record of the session that a page's address names, as who is signed in may see it.
 * @throws Response 302 to sign in, 404 for what is not there or not theirs to see
 */
export async function requireRecord(
  args: LoaderFunctionArgs,
): Promise<SignedInHere & ReadableRecord & { sessionId: string }> {
  const signedIn = await requireSignedIn(args);
  const sessionId = args.params["sessionId"] ?? "";
  const found = await findRecordFor(signedIn.actor, sessionId);
  if (!found) throw sessionNotFound(args, signedIn);
  return { ...signedIn, ...found, sessionId };
}
