import type { Temporal } from "temporal-polyfill";
import type { SessionRecord } from "~/domain/record/schema";
import { randomFrom } from "./random-from";

const stamps = ["recordedAt", "changedAt", "at"];

/**
 * A record without a share of the facts that stand alone (the accounts, a device, a confirmation, that a place is
 * suitable and so on), and the same record with each of them as it was, but recorded after `at`. A fact stands alone
 * where it is no item of a list and says when it was recorded, so that new ones take part by themselves.
 */
export function arrivingLater(
  record: SessionRecord,
  at: Temporal.Instant,
  { seed, share }: { seed: number; share: number },
): { without: SessionRecord; later: SessionRecord; arrived: string[] } {
  const random = randomFrom(seed);
  const stamp = at.add({ minutes: 1 + Math.floor(random() * 10_000) }).toString();
  const without = structuredClone(record);
  const later = structuredClone(record);
  const arrived: string[] = [];
  const visit = (bare: unknown, full: unknown) => {
    if (!isThing(bare) || !isThing(full)) return;
    for (const [key, value] of Object.entries(bare)) {
      const own = Array.isArray(bare)
        ? undefined
        : stamps.find((name) => isThing(value) && Object.hasOwn(value, name));
      if (own !== undefined && random() < share) {
        bare[key] = null;
        full[key] = { ...(full[key] as object), [own]: stamp };
        arrived.push(key);
      } else visit(value, full[key]);
    }
  };
  for (const part of ["session", "adults", "participants", "consentEvents"] as const) {
    visit(without[part], later[part]);
  }
  return { without, later, arrived };
}

function isThing(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
