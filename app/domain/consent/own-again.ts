import type { View } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { Participant } from "../record/participant";
import { endedByWording, isAskedAgain, isToldOtherwise } from "./asked-again";
import { shortfall } from "./enough";
import { neededScopes } from "./scopes";
import { ownYes } from "./withdrawal";

/**
 * Why a yes of a young person's own is asked about again. `stands`: the question means something else now, and the yes
 * counts until it is given anew. `told`: the same of what is told beside the question. `ended`: an editor ended the
 * answers to the words from before. `changed`: what they agreed to does not reach what the session does.
 */
export type Again = "stands" | "told" | "ended" | "changed";

/** What one young person themselves is asked about again, and why. */
export function ownAgain(view: View, participant: Participant): Partial<Record<ConsentScope, Again>> {
  const needed = neededScopes(view, participant);
  const own = ownYes(view, participant);
  const again = own.flatMap((event): [ConsentScope, Again][] => {
    if (endedByWording(view, event)) return [[event.scope, "ended"]];
    const parts = needed.filter(({ scope }) => scope === event.scope);
    if (parts.some((part) => shortfall(view, event, part) !== null)) return [[event.scope, "changed"]];
    if (isAskedAgain(view, event)) return [[event.scope, "stands"]];
    return isToldOtherwise(view, event) ? [[event.scope, "told"]] : [];
  });
  return Object.fromEntries(again);
}
