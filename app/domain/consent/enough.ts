import { Temporal } from "temporal-polyfill";
import { olderThan, type View } from "../readiness/view";
import type { ConsentEvent } from "../record/participant";
import { parseDate } from "../time/words";
import { endedByWording } from "./asked-again";
import type { NeededScope } from "./scopes";

/** Why a yes is not enough for what the session uses it for now. */
export type Shortfall =
  | { why: "not_named"; organisation: string }
  | { why: "ends_before"; lasts: Temporal.PlainDate; until: Temporal.PlainDate }
  | { why: "other_words" | "other_platform" | "switched_on" };

/**
 * What a yes lacks: it counts while it lasts, about what was asked, and naming whom it must name. Null: nothing, it is
 * enough.
 */
export function shortfall(
  view: View,
  event: Pick<ConsentEvent, "scope" | "answer" | "wording" | "validUntil" | "organisations" | "at">,
  needed: NeededScope,
): Shortfall | null {
  const { organisation, since } = needed;
  if (organisation && !event.organisations.includes(organisation)) return { why: "not_named", organisation };
  const until = needed.until ? parseDate(needed.until) : view.endDate;
  const lasts = event.validUntil === null ? null : parseDate(event.validUntil);
  if (lasts && Temporal.PlainDate.compare(lasts, until) < 0) return { why: "ends_before", lasts, until };
  if (endedByWording(view, event)) return { why: "other_words" };
  if (olderThan(event.at, view.platformsSince)) return { why: "other_platform" };
  return olderThan(event.at, since) ? { why: "switched_on" } : null;
}
