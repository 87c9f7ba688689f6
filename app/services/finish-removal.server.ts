import { closeRemovalTasks } from "~/data/removal-tasks.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change, type Clock } from "./change.server";
import { holdSession } from "./edit-session.server";

/**
 * One of the staff says that what they were shown of what a young person took back is out of use and removed where it can
 * be, and that they were told what cannot be recalled. What was taken back since goes on waiting.
 *
 * Refusals: `not_found`, `nothing_waits`, and as `holdSession`.
 */
export function finishRemoval(
  actor: Actor,
  sessionId: string,
  participantId: string,
  taskIds: readonly string[],
  { submission, clock }: { submission?: Submission | undefined; clock?: Clock | undefined },
): Promise<Outcome<{ sessionId: string }>> {
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await holdSession(tx, actor, sessionId, "consent.withdraw");
      if (!held.ok) return held;
      const closed = await closeRemovalTasks(tx, actor, { sessionId, participantId, taskIds, now });
      if (closed.length === 0)
        return refuse("nothing_waits", "Nothing of theirs waits to be removed any more.");
      for (const id of closed)
        note({ type: "removal.done", subject: `removal:${id}`, sessionId, participantId });
      return accept({ sessionId });
    },
    { sessionId, submission, clock },
  );
}
