import type { SessionRecord } from "~/domain/record/schema";
import { randomFrom } from "./random-from";

/** The same record with every list in another order, but for the chain of platforms, whose order means something. */
export function shuffled(record: SessionRecord, seed: number): SessionRecord {
  const random = randomFrom(seed);
  const shuffle = (value: unknown, key = ""): unknown => {
    if (Array.isArray(value)) {
      const items = value.map((item) => shuffle(item));
      return key === "platforms"
        ? items
        : items
            .map((item) => [random(), item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => item);
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, shuffle(entry, name)]));
  };
  return shuffle(record) as SessionRecord;
}
