import { Temporal } from "temporal-polyfill";

/*
 * Between what the driver gives (JavaScript dates) and what the domain speaks: instants as ISO 8601 in UTC with no more
 * digits than they need, and calendar dates as `2026-12-10`.
 */

export function toInstant(stored: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(stored.getTime()).toString();
}

export function toInstantOrNull(stored: Date | null): string | null {
  return stored && toInstant(stored);
}

export function toPlainDate(stored: Date): string {
  return stored.toISOString().slice(0, 10);
}

export function toPlainDateOrNull(stored: Date | null): string | null {
  return stored && toPlainDate(stored);
}

/** A calendar date or an instant, as the driver stores either. */
export function toStored(text: string): Date {
  return new Date(text);
}

export function toStoredOrNull(text: string | null): Date | null {
  return text === null ? null : toStored(text);
}
