import { Temporal } from "temporal-polyfill";
import { olderThan, type View } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { ConsentEvent } from "../record/participant";
import { parseDate } from "../time/words";
import { endedByWording } from "./asked-again";
import type { NeededScope } from "./scopes";

/** Why a yes is not enough for what the session uses it for now. */
export type Shortfall =
  | { why: "not_named"; organisation: string }
  | { why: "ends_before"; lasts: Temporal.PlainDate; until: Temporal.PlainDate | null }
  | { why: "other_words" | "other_platform" | "switched_on" };

/** What is shown or kept on, and may have no last day in the plan: then only a yes without one lasts long enough. */
const mayHaveNoEnd: ConsentScope[] = ["images", "rebroadcast"];

/**
 * What a yes lacks: it counts while it lasts, about what was asked, and naming whom it must name. Null: nothing, it is
 * enough. A yes without a last day lasts long enough for any: no end was agreed, and a day narrows.
 */
export function shortfall(
  view: View,
  event: Pick<ConsentEvent, "scope" | "answer" | "wording" | "validUntil" | "organisations" | "at">,
  needed: NeededScope,
): Shortfall | null {
  const { organisation, since } = needed;
  if (organisation && !event.organisations.includes(organisation)) return { why: "not_named", organisation };
  const until = lastDayNeeded(view, needed);
  const lasts = event.validUntil === null ? null : parseDate(event.validUntil);
  if (lasts && (until === null || Temporal.PlainDate.compare(lasts, until) < 0))
    return { why: "ends_before", lasts, until };
  if (endedByWording(view, event)) return { why: "other_words" };
  if (olderThan(event.at, view.platformsSince)) return { why: "other_platform" };
  return olderThan(event.at, since) ? { why: "switched_on" } : null;
}

/** The local day until which a yes has to last: the session's own where nothing stays of it; null: it has no end. */
function lastDayNeeded(view: View, { scope, until }: NeededScope): Temporal.PlainDate | null {
  if (until !== null) return parseDate(until);
  return mayHaveNoEnd.includes(scope) ? null : view.endDate;
}
