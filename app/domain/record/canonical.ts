import canonicalize from "canonicalize";

/**
 * The canonical text of a value: RFC 8785 JSON with text in Unicode NFC and sets of things with ids sorted by id, so
 * that the same facts always give the same bytes. The chain of platforms keeps its order, which means something.
 */
export function canonicalJson(value: unknown): string {
  return canonicalize(settled(value, "")) ?? "null";
}

const ordered = new Set(["platforms", "events"]);

function settled(value: unknown, key: string): unknown {
  if (typeof value === "string") return value.normalize("NFC");
  if (Array.isArray(value)) {
    const items = value.map((item) => settled(item, ""));
    return ordered.has(key) || !items.every(hasId)
      ? items
      : [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, settled(entry, name)]));
}

function hasId(item: unknown): item is { id: string } {
  return typeof item === "object" && item !== null && "id" in item && typeof item.id === "string";
}
