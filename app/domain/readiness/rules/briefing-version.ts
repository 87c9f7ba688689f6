import type { Briefing, Participant } from "../../record/participant";
import { oldestFirst } from "../../time/order";
import { olderThan, type View } from "../view";

/** The newest version that changed what the briefing means, and that was in force at the moment asked about. */
export function meaningSince(view: View): number {
  const changed = view.facts.policy.briefingVersions
    .filter((version) => version.changesMeaning && !olderThan(view.at.toString(), version.from))
    .map((version) => version.version);
  return Math.max(0, ...changed);
}

/** What one participant was told, in briefings whose meaning still stands, newest first. */
export function briefingsOf(view: View, participant: Participant): Briefing[] {
  const since = meaningSince(view);
  const standing = view.facts.briefings.filter(
    (briefing) => briefing.participantId === participant.id && briefing.version >= since,
  );
  return oldestFirst(standing, ({ briefedAt }) => briefedAt).reverse();
}

/** Whether anything was said to somebody at all, in whatever version. */
export function wasBriefed(view: View, { id }: Participant): boolean {
  return view.facts.briefings.some((briefing) => briefing.participantId === id);
}
