import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";

/**
 * Says which of the session's adults reports, mutes and removes; null for nobody yet. Refuses `not_assigned` for
 * somebody without a part in the session or a guest, and as `editSession`.
 */
export function chooseReporter(
  actor: Actor,
  sessionId: string,
  adultId: string | null,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(actor, sessionId, { ...options, section: "adults" }, async ({ tx, record }) => {
    const { assignments } = record.session;
    const able = assignments.some((each) => each.adultId === adultId && each.role !== "guest");
    if (adultId !== null && !able) {
      return refuse("not_assigned", "Choose one of the adults of this session", "adultId");
    }
    await tx.session.updateMany({ where: { id: sessionId }, data: { reportingAdultId: adultId } });
    return accept(null);
  });
}
