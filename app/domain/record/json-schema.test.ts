import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sessionRecordSchemaText } from "./json-schema";

test("docs/session-record.schema.json is what the format says (npx greenroom schema > docs/session-record.schema.json)", () => {
  const lies = readFileSync(new URL("../../../docs/session-record.schema.json", import.meta.url), "utf8");
  expect(lies).toBe(sessionRecordSchemaText());
});

test("the schema refuses unknown fields at every object", () => {
  const schema: unknown = JSON.parse(sessionRecordSchemaText());
  const open: string[] = [];
  (function walk(part: unknown, path: string) {
    if (typeof part !== "object" || part === null) return;
    if ("properties" in part && !("additionalProperties" in part)) open.push(path);
    for (const [key, child] of Object.entries(part)) walk(child, `${path}/${key}`);
  })(schema, "");
  expect(open).toEqual([]);
});
