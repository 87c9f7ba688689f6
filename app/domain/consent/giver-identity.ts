import { squash } from "../identity/fold";
import type { ConsentEvent, Participant, Relationship } from "../record/participant";
import { parental } from "./givers";

/** Who answers: the young person, somebody who has answered before, or somebody new who answers for a child. */
export type GiverChoice =
  | { kind: "self" }
  | { kind: "known"; id: string }
  | { kind: "new"; relationship: Relationship; name: string };

export type Giver = ConsentEvent["giver"];

/** Everybody who has answered about a participant, each once, the young person first. */
export function giversOf(events: readonly ConsentEvent[], participantId: string): Giver[] {
  const givers = new Map<string, Giver>();
  for (const { participantId: about, giver } of events) {
    if (about === participantId) givers.set(giver.id, giver);
  }
  const own = (giver: Giver) => (giver.relationship === "self" ? 0 : 1);
  return [...givers.values()].sort((a, b) => own(a) - own(b));
}

/**
 * The giver meant by a choice, or null where nobody may be meant by it. The same person named again is the same giver,
 * so that their newest answer replaces their older one; `freshId` names somebody who has not answered before.
 */
export function identifyGiver(
  choice: GiverChoice,
  participant: Participant,
  events: readonly ConsentEvent[],
  freshId: string,
): Giver | null {
  const known = giversOf(events, participant.id);
  if (choice.kind === "self") {
    return (
      known.find(({ relationship }) => relationship === "self") ?? {
        id: participant.id,
        relationship: "self",
        name: null,
      }
    );
  }
  if (choice.kind === "known") {
    return known.find(({ id, relationship }) => id === choice.id && mayAnswer(relationship)) ?? null;
  }
  const { relationship, name } = choice;
  if (!parental.includes(relationship)) return null;
  const same = known.find(
    (giver) => giver.relationship === relationship && squash(giver.name ?? "") === squash(name),
  );
  return same ?? { id: freshId, relationship, name };
}

function mayAnswer(relationship: Relationship): boolean {
  return relationship === "self" || parental.includes(relationship);
}
