import { Temporal } from "temporal-polyfill";
import { openRemovalTask } from "~/data/removal-tasks.server";
import type { Transaction } from "~/data/database.server";
import type { AuditEvent } from "~/domain/audit-events";
import { removalTasks } from "~/domain/consent/removal-task";
import { isNews, takenBack, takenBackCode } from "~/domain/consent/taken-back";
import { viewAt } from "~/domain/readiness/view";
import type { SessionRecord } from "~/domain/record/schema";

type Settling = {
  tx: Transaction;
  now: string;
  organisationId: string;
  note: (event: AuditEvent) => void;
  before: SessionRecord;
  after: SessionRecord;
};

/**
 * Sees what young people and their parents take back by an answer: once the session has begun, and something of them is
 * kept, a task to stop using and remove it is opened for each of them. Gives what has to change, as codes for notices.
 */
export async function settleTakenBack(settling: Settling): Promise<string[]> {
  const { tx, now, organisationId, note, before, after } = settling;
  const known = new Set(before.consentEvents.map(({ id }) => id));
  const view = viewAt(after, Temporal.Instant.from(now));
  const taken = takenBack(view, ({ id }) => !known.has(id)).filter((one) => isNews(view, one));
  const { id: sessionId } = after.session;
  for (const task of removalTasks(view, taken)) {
    const taskId = await openRemovalTask(tx, { organisationId, sessionId, now }, task);
    note({
      type: "removal.opened",
      subject: `removal:${taskId}`,
      sessionId,
      participantId: task.participant.id,
      fields: task.scopes,
    });
  }
  return taken.map(takenBackCode);
}
