import { findInvitationByToken } from "~/data/invitations.server";
import { findResetByToken } from "~/data/password-resets.server";
import { accept, type Outcome } from "~/domain/refusal";
import { notUsable } from "./accept-invitation.server";
import { countedTry } from "./counted-try.server";

/** What a token opens. */
export type Opened = { purpose: "invitation" | "reset" };

/**
 * Says what a link's token or a printed code opens, and uses nothing up. What is unknown, too old, taken back or used is
 * refused alike with `not_usable`; guesses are counted by the place that they come from: `too_many_tries`.
 */
export function openLink(token: string, place: string): Promise<Outcome<Opened>> {
  return countedTry("link or code", place, async () => {
    const [invitation, reset] = await Promise.all([findInvitationByToken(token), findResetByToken(token)]);
    if (invitation) return accept<Opened>({ purpose: "invitation" });
    return reset ? accept<Opened>({ purpose: "reset" }) : notUsable;
  });
}
