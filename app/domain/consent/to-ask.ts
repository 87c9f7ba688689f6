import type { View } from "../readiness/view";
import { consentScope, type ConsentScope } from "../record/fields";
import type { Participant } from "../record/participant";
import { questionsFor } from "./questions";

/** One question of a session, and the session codes of those whom it asks; null: everybody. */
export type ToAsk = { scope: ConsentScope; codes: string[] | null };

/** What the session's settings have its people asked, each question once, in the order in which it is asked. */
export function toAsk(view: View, people: readonly Participant[]): ToAsk[] {
  const codes = new Map<ConsentScope, string[]>();
  for (const participant of people)
    for (const { scope } of questionsFor(view, participant))
      codes.set(scope, [...(codes.get(scope) ?? []), participant.code]);
  return consentScope.options.flatMap((scope) => {
    const asked = codes.get(scope);
    return asked ? [{ scope, codes: asked.length === people.length ? null : asked }] : [];
  });
}
