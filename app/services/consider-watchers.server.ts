import type { Actor } from "~/domain/actor";
import type { Session } from "~/domain/record/session";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { detailsOf } from "~/domain/session/new-session";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";

type Considered = { answer: "yes" | "no"; how: string | null; reason: string | null } | null;
export type WatchersConsidered = {
  /** Can the audience be limited: how, or why not. */
  restricted: Considered;
  /** Could others save the stream: what is done about it, or why not. */
  saving: Considered;
};

/**
 * Records what was considered about who can watch and who could save the stream. Each saving is a fresh consideration.
 * Refuses `not_hosting` where somebody else hosts, and as `editSession`.
 */
export function considerWatchers(
  actor: Actor,
  sessionId: string,
  { restricted, saving }: WatchersConsidered,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(actor, sessionId, { ...options, section: "platform" }, async ({ tx, now, record }) => {
    if (record.session.kind !== "host")
      return refuse("not_hosting", "Who can watch is decided by whoever hosts the stream.");
    const considered = (given: Considered): Session["saving"] =>
      given && {
        by: actor.userId,
        recordedAt: now,
        answer: given.answer,
        how: given.answer === "yes" ? given.how : null,
        reason: given.answer === "no" ? given.reason : null,
      };
    const details = {
      ...detailsOf(record.session),
      audienceRestricted: considered(restricted),
      saving: considered(saving),
    };
    await tx.session.updateMany({ where: { id: sessionId }, data: { details } });
    return accept(null);
  });
}
