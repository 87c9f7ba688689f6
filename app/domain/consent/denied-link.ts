import type { ConsentEvent } from "../record/participant";
import { byInstant } from "../time/order";

/** A link of which somebody who opened it said that it is not for them. Both times are ISO 8601 in UTC. */
export type DeniedLink = { participantId: string; askedAt: string; endedAt: string };

/**
 * The answers that came through such a link and that nothing newer of the person's own has taken the place of: a newer
 * answer to the same question, or that they do not take part. They stand,
 * as the person may have given them before somebody else opened it; a worker asks them. As one link of a person is open at
 * a time, what came through a link from its making to its end came through this one.
 */
export function doubtedAnswers(
  events: readonly ConsentEvent[],
  { participantId, askedAt, endedAt }: DeniedLink,
): ConsentEvent[] {
  const own = events.filter(
    (event) => event.participantId === participantId && event.giver.relationship === "self",
  );
  return own.filter(
    ({ how, recordedAt, scope, seq }) =>
      how === "link" &&
      byInstant(recordedAt, askedAt) >= 0 &&
      byInstant(recordedAt, endedAt) <= 0 &&
      !own.some((event) => event.seq > seq && (event.scope === scope || endsAll(event))),
  );
}

function endsAll({ scope, answer }: ConsentEvent): boolean {
  return scope === "take_part" && answer !== "yes";
}
