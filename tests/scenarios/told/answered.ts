import type { ConsentScope } from "~/domain/record/fields";
import type { ConsentEvent, Relationship } from "~/domain/record/participant";
import type { Trait } from "../../factories/record";
import { thenAnswered } from "../../factories/traits";
import type { Told } from "./told";

export const BRYONY = "bryony-cattermoss";

export type Who = { participantId?: string; relationship?: Relationship; giverId?: string };

/** Adds an answer: Bryony's own, unless told otherwise. */
export function says(
  answer: ConsentEvent["answer"],
  scope: ConsentScope,
  who: Who = {},
  how?: ConsentEvent["how"],
): Trait {
  return thenAnswered({
    participantId: BRYONY,
    scope,
    answer,
    at: "2026-11-20T10:00:00Z",
    ...who,
    ...(how ? { how } : {}),
  });
}

/** Several things in one. */
export const all =
  (...traits: Trait[]): Trait =>
  (record) => {
    for (const trait of traits) trait(record);
  };

/** Changes what somebody, or their parent, answered about being seen, or about something else. */
export function answers(changes: Partial<ConsentEvent>, who: Who & { scope?: ConsentScope } = {}): Trait {
  const { participantId = BRYONY, relationship = "self", scope = "camera" } = who;
  return (record) => {
    for (const event of record.consentEvents)
      if (
        event.participantId === participantId &&
        event.scope === scope &&
        event.giver.relationship === relationship
      )
        Object.assign(event, changes);
  };
}

/** A finding about somebody, and what they were asked; the organisation has its way in all of them. */
export function told(
  finding: string,
  leadsTo: string,
  { of = BRYONY, scope = "camera" }: { of?: string; scope?: string } = {},
): Told {
  return [`${finding} participant:${of}:${scope}`, leadsTo, "organisation"];
}
