import { olderThan, type View } from "../view";

/** The newest version that changed what the briefing means, and that was in force at the moment asked about. */
export function meaningSince(view: View): number {
  const changed = view.facts.policy.briefingVersions
    .filter((version) => version.changesMeaning && !olderThan(view.at.toString(), version.from))
    .map((version) => version.version);
  return Math.max(0, ...changed);
}
