import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";

/**
 * Takes an adult's part in a session away; whoever has no part left no longer reports and removes either. Refusals as
 * `editSession`.
 */
export function removeAssignment(
  actor: Actor,
  sessionId: string,
  assignmentId: string,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(actor, sessionId, { ...options, section: "adults" }, async ({ tx, record, note }) => {
    const { assignments, reportingAdultId } = record.session;
    const stored = assignments.find(({ id }) => id === assignmentId);
    if (!stored) return refuse("not_found", "This adult has no such part in the session.");
    const { adultId, role } = stored;
    await tx.sessionAdult.deleteMany({ where: { id: assignmentId, sessionId } });
    const stays = assignments.some((other) => other.id !== assignmentId && other.adultId === adultId);
    if (adultId === reportingAdultId && !stays) {
      await tx.session.updateMany({ where: { id: sessionId }, data: { reportingAdultId: null } });
    }
    note({ type: "assignment.removed", subject: `assignment:${assignmentId}`, sessionId, adultId, role });
    return accept(null);
  });
}
