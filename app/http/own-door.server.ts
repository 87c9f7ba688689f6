import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findByLinkToken, type LinkOwner } from "~/data/consent-requests.server";
import { findLinkDoor, type LinkDoor } from "~/data/own-link-page.server";
import { linkProblem } from "./own-problem";
import { refuseStaff } from "./own-visit.server";

/**
 * What a link shows before its small check. Links that were never made, have ended or are broken get one and the same.
 * @throws Response 404 for a link that opens nothing, 409 where staff are signed in
 */
export async function requireLinkDoor(
  args: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<{ door: LinkDoor; owner: LinkOwner; token: string }> {
  const token = args.params["token"] ?? "";
  const owner = await findByLinkToken(token);
  const door = owner && (await findLinkDoor(owner));
  if (!owner || !door) throw linkProblem("no_link");
  await refuseStaff(args);
  return { door, owner, token };
}
