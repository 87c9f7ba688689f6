import { Temporal } from "temporal-polyfill";
import type { PlatformMode } from "../record/platform-mode";
import { parseDate } from "../time/words";
import { ageLimitOn, inForce } from "./age-limit";

type Limit = PlatformMode["ageLimits"][number];
export type LimitKind = Limit["limit"];
export type AgeAnswer = Limit["age"];

export const limitKinds = [
  "account",
  "terms",
  "go_live",
  "on_camera_without_adult",
] as const satisfies LimitKind[];

export type AgesChange = {
  ages: Record<LimitKind, AgeAnswer>;
  /** The first day of what changed, `YYYY-MM-DD`; null replaces what holds now without keeping it. */
  from: string | null;
  /** The page that says so; null for the organisation's own knowledge. */
  source: string | null;
};

/** The age that each kind of limit asks for on a day; see `ageLimitOn`. */
export function agesOn(mode: PlatformMode, on: string): Record<LimitKind, AgeAnswer> {
  const date = parseDate(on);
  return {
    account: ageLimitOn(mode, "account", date),
    terms: ageLimitOn(mode, "terms", date),
    go_live: ageLimitOn(mode, "go_live", date),
    on_camera_without_adult: ageLimitOn(mode, "on_camera_without_adult", date),
  };
}

/**
 * A mode's age limits after some were changed. What did not change keeps its source. With a date, what held until then
 * ends the day before, so that every session is judged by the limit of its own day; whatever was to begin on or after
 * that date gives way.
 */
export function changeAgeLimits(
  mode: PlatformMode,
  { ages, from, source }: AgesChange,
  today: string,
): PlatformMode["ageLimits"] {
  const before = agesOn(mode, from ?? today);
  return limitKinds.flatMap((kind) => {
    const limits = mode.ageLimits.filter(({ limit }) => limit === kind);
    if (ages[kind] === before[kind] && limits.length > 0) return limits;
    return [...endedBy(limits, from, today), newLimit(kind, ages[kind], from, source, today)];
  });
}

function endedBy(limits: Limit[], from: string | null, today: string): Limit[] {
  if (from === null) return limits.filter((limit) => !inForce(limit, parseDate(today)));
  const lastDay = parseDate(from).subtract({ days: 1 }).toString();
  return limits
    .filter(({ validFrom }) => validFrom === null || validFrom < from)
    .map((limit) =>
      limit.validTo !== null && limit.validTo < from ? limit : { ...limit, validTo: lastDay },
    );
}

function newLimit(
  limit: LimitKind,
  age: AgeAnswer,
  from: string | null,
  source: string | null,
  today: string,
): Limit {
  return {
    limit,
    age,
    validFrom: from,
    validTo: null,
    source: source ?? "The organisation's own answer",
    sourceDate: source === null ? null : today,
    confidence: source === null ? "unsourced" : "official",
  };
}

export type ComingLimit = Limit & { validFrom: string };

/** Limits that begin after a day, the next one first: what is coming. */
export function limitsAfter(mode: PlatformMode, on: string): ComingLimit[] {
  return mode.ageLimits
    .flatMap((limit) => (limit.validFrom === null ? [] : [{ ...limit, validFrom: limit.validFrom }]))
    .filter(({ validFrom }) => Temporal.PlainDate.compare(validFrom, on) > 0)
    .sort((a, b) => Temporal.PlainDate.compare(a.validFrom, b.validFrom));
}
