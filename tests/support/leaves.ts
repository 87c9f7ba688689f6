export type Leaf = {
  /** Where it is, as in `session.places.0.where`. */
  path: string;
  value: unknown;
  put: (value: unknown) => void;
};

/** Every single value in a document; an empty list or object is one. */
export function leavesOf(node: object, path = ""): Leaf[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const at = path ? `${path}.${key}` : key;
    const within = typeof value === "object" && value !== null ? leavesOf(value, at) : [];
    return within.length > 0 ? within : [leaf(node, key, at, value)];
  });
}

function leaf(node: object, key: string, path: string, value: unknown): Leaf {
  return { path, value, put: (put) => void Object.assign(node, { [key]: put }) };
}

/** One value of each kind, which its path without places in lists says: `session.places.*.where`. */
export function leafOfEachKind(document: object): (Leaf & { kind: string })[] {
  const kinds = new Map<string, Leaf>();
  for (const one of leavesOf(document)) {
    const kind = one.path.replaceAll(/(?<=\.|^)\d+(?=\.|$)/g, "*");
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  return [...kinds].map(([kind, one]) => ({ ...one, kind }));
}

/** Another value of the same sort. */
export function other(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  return typeof value === "string" ? `${value}x` : "something";
}

/** Fields as a table names them, a part of the document in each line: `session.saving: answer how`. */
export function fieldsIn(table: string): string[] {
  return table
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [part, names = ""] = line.split(": ");
      return names.split(" ").map((name) => `${part}.${name}`);
    })
    .sort();
}
