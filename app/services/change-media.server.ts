import type { Actor } from "~/domain/actor";
import { accept, type Outcome } from "~/domain/refusal";
import { mediaAfter, type MediaChange } from "~/domain/session/media-after";
import { detailsOf } from "~/domain/session/new-session";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";

/** Changes what a session shows and keeps. Why and where something is kept goes when it is switched off. Refuses as `editSession`. */
export function changeMedia(
  actor: Actor,
  sessionId: string,
  change: MediaChange,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(actor, sessionId, { ...options, section: "platform" }, async ({ tx, now, record }) => {
    const media = mediaAfter(record.session.media, change, now);
    const details = { ...detailsOf(record.session), media };
    await tx.session.updateMany({ where: { id: sessionId }, data: { details } });
    return accept(null);
  });
}
