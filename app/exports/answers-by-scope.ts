import type { ConsentScope } from "~/domain/record/fields";
import type { ConsentEvent } from "~/domain/record/participant";
import type { SessionRecord } from "~/domain/record/schema";

/** The newest answer of each giver about one scope for one young person, in the order in which they were first given. */
export function answersByScope(
  record: SessionRecord,
  participantId: string,
  scope: ConsentScope,
): ConsentEvent[] {
  const newest = new Map<string, ConsentEvent>();
  const events = record.consentEvents
    .filter((event) => event.participantId === participantId && event.scope === scope)
    .sort((a, b) => a.seq - b.seq);
  for (const event of events) newest.set(event.giver.id, event);
  return [...newest.values()];
}
