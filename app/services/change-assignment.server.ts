import type { Actor } from "~/domain/actor";
import { assignmentQuestions } from "~/domain/people/assignment-questions";
import { attendanceOf } from "~/domain/people/attendance";
import type { Assignment, Session } from "~/domain/record/session";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { deviceColumns } from "./add-assignment.server";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";

export type AssignmentDetails = {
  /** They have said that they will do it. */
  confirmed: boolean;
  /** There for the whole session. */
  present: boolean;
  device: { kind: "organisation" | "personal"; authorisedBy: string | null; reason: string | null } | null;
  contact: string | null;
  /** Instants in UTC between which a safeguarding lead on call can be reached. */
  reachableFrom: string | null;
  reachableTo: string | null;
};

/**
 * Changes what is on record about an adult's part in a session. What their role is not asked is not kept; when
 * somebody confirmed, or said which device they use, stays while the answer stays and, of what they confirmed, the time
 * of the session. Refusals as `editSession`.
 */
export function changeAssignment(
  actor: Actor,
  sessionId: string,
  assignmentId: string,
  details: AssignmentDetails,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(
    actor,
    sessionId,
    { ...options, section: "adults" },
    async ({ tx, now, record, note }) => {
      const stored = record.session.assignments.find(({ id }) => id === assignmentId);
      if (!stored) return refuse("not_found", "This adult has no such part in the session.");
      const after = assignmentAfter(stored, record.session, details, { by: actor.userId, now });
      const fields = (
        ["confirmed", "present", "device", "contact", "reachableFrom", "reachableTo"] as const
      ).filter((field) => JSON.stringify(stored[field]) !== JSON.stringify(after[field]));
      await tx.sessionAdult.updateMany({
        where: { id: assignmentId },
        data: {
          present: after.present,
          confirmedBy: after.confirmed?.by ?? null,
          confirmedAt: after.confirmed && new Date(after.confirmed.recordedAt),
          ...deviceColumns(after.device),
          contact: after.contact,
          reachableFrom: after.reachableFrom && new Date(after.reachableFrom),
          reachableTo: after.reachableTo && new Date(after.reachableTo),
        },
      });
      const { adultId } = stored;
      note({ type: "assignment.changed", subject: `assignment:${assignmentId}`, sessionId, adultId, fields });
      return accept(null);
    },
  );
}

function assignmentAfter(
  stored: Assignment,
  session: Session,
  details: AssignmentDetails,
  { by, now }: { by: string; now: string },
): Assignment {
  const asked = assignmentQuestions(stored.role);
  const stands = attendanceOf(stored, session) === "confirmed";
  return {
    ...stored,
    confirmed: details.confirmed ? (stands ? stored.confirmed : { by, recordedAt: now }) : null,
    present: asked.present && details.present,
    device: asked.device ? deviceAfter(stored.device, details.device, now) : null,
    contact: asked.contact ? details.contact : null,
    reachableFrom: asked.reachable ? details.reachableFrom : null,
    reachableTo: asked.reachable ? details.reachableTo : null,
  };
}

function deviceAfter(
  stored: Assignment["device"],
  given: AssignmentDetails["device"],
  now: string,
): Assignment["device"] {
  if (!given) return null;
  const personal = given.kind === "personal";
  const device = {
    kind: given.kind,
    authorisedBy: personal ? given.authorisedBy : null,
    reason: personal ? given.reason : null,
  };
  const same =
    stored?.kind === device.kind &&
    stored.authorisedBy === device.authorisedBy &&
    stored.reason === device.reason;
  return same ? stored : { ...device, recordedAt: now };
}
