import type { Temporal } from "temporal-polyfill";
import { waitingYes } from "~/domain/consent/withdrawal";
import { viewAt } from "~/domain/readiness/view";
import { recordNow } from "./signed-session";
import type { StoredSession } from "./stored-session";

/** What a worker is shown of somebody's answers that wait to be confirmed. */
export async function waitingIds(
  stored: StoredSession,
  participantId: string,
  at: Temporal.Instant,
): Promise<string[]> {
  const record = await recordNow(stored);
  const participant = record.participants.find(({ id }) => id === participantId);
  return participant ? waitingYes(viewAt(record, at), participant).map(({ id }) => id) : [];
}
