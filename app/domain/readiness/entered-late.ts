import type { Facts } from "../record/schema";
import { isBefore } from "../time/order";

/** Earlier than anything that a record can hold. */
const LONG_AGO = "1970-01-01T00:00:00Z";

/**
 * The facts of a session that was put on record after it had happened, with choices as old as they may have been: the
 * moment at which a choice was entered then says nothing about when it was made, so it makes no briefing, consent or
 * statement of the time outdated. What was said and given keeps its own dates. Other facts are returned as they are.
 */
export function withTimesOfThen(facts: Facts): Facts {
  const { session } = facts;
  const { startsAt } = session;
  if (!session.recordedLate && isBefore(session.createdAt, startsAt)) return facts;
  const then = (moment: string) => (isBefore(startsAt, moment) ? LONG_AGO : moment);
  const { media } = session;
  return {
    ...facts,
    session: {
      ...session,
      timesSince: session.timesSince && then(session.timesSince),
      places: session.places.map((place) => ({ ...place, since: then(place.since) })),
      platforms: session.platforms.map((chosen) => ({ ...chosen, chosenAt: then(chosen.chosenAt) })),
      media: {
        ...media,
        chat: { ...media.chat, since: then(media.chat.since) },
        donations: { ...media.donations, since: then(media.donations.since) },
        recording: { ...media.recording, since: then(media.recording.since) },
        aiNotes: { ...media.aiNotes, since: then(media.aiNotes.since) },
      },
      topic: session.topic && { ...session.topic, changedAt: then(session.topic.changedAt) },
    },
    participants: facts.participants.map((participant) => ({
      ...participant,
      addedAt: then(participant.addedAt),
    })),
  };
}
