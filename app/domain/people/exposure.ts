import type { Participant } from "../record/participant";
import type { Session } from "../record/session";

export type Exposure = keyof Participant["exposure"];

export const exposures: readonly Exposure[] = ["camera", "voice", "name", "chat"];

/** The ways in which somebody can be noticed at all in this session: only these are worth asking about. */
export function exposuresUsed(media: Session["media"]): Exposure[] {
  const chat = media.chat.value === "open" || media.chat.value === "moderated";
  return exposures.filter((way) => (way === "chat" ? chat : media[way]));
}

/** A person's own settings after only those that the session uses were asked about; the others stay as they are. */
export function exposureAfter(
  before: Participant["exposure"],
  media: Session["media"],
  chosen: readonly Exposure[],
): Participant["exposure"] {
  const after = { ...before };
  for (const way of exposuresUsed(media)) after[way] = chosen.includes(way);
  return after;
}
