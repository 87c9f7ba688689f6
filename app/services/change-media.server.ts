import { Temporal } from "temporal-polyfill";
import type { Actor } from "~/domain/actor";
import { viewAt } from "~/domain/readiness/view";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { endsTooEarly, mediaAfter, type MediaChange } from "~/domain/session/media-after";
import { detailsOf } from "~/domain/session/new-session";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";

/**
 * Changes what a session shows and keeps. Why and where something is kept, shown again or photographed goes when it is
 * switched off. Refuses `until_before_session` where photos or a replay would end before the session, and as
 * `editSession`.
 */
export function changeMedia(
  actor: Actor,
  sessionId: string,
  change: MediaChange,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(actor, sessionId, { ...options, section: "platform" }, async ({ tx, now, record }) => {
    const media = mediaAfter(record.session.media, change, now);
    const tooEarly = endsTooEarly(media, viewAt(record, Temporal.Instant.from(now)).endDate);
    if (tooEarly)
      return refuse(
        "until_before_session",
        tooEarly === "imagesUse"
          ? "The day until which photos are kept must not be before the session"
          : "The day until which it is shown again must not be before the session",
        `${tooEarly}.until`,
      );
    const details = { ...detailsOf(record.session), media };
    await tx.session.updateMany({ where: { id: sessionId }, data: { details } });
    return accept(null);
  });
}
