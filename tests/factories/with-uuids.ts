import { v5 } from "uuid";
import { sessionRecord, type SessionRecord } from "~/domain/record/schema";

const NAMESPACE = "0193b6c4-7c3e-7000-8000-000000000000";
const SLUG = /^[a-z][A-Za-z0-9-]*$/;
const NAMES_A_THING = /^(id|by|recordedBy|[a-z]+(By|Id))$/;

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

function idsIn(value: Json, key = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(item));
  if (value !== null && typeof value === "object")
    return Object.entries(value).flatMap(([name, item]) => idsIn(item, name));
  return typeof value === "string" && NAMES_A_THING.test(key) && SLUG.test(value) ? [value] : [];
}

function replaced(value: Json, by: Map<string, string>): Json {
  if (Array.isArray(value)) return value.map((item) => replaced(item, by));
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, by)]));
  return typeof value === "string" ? (by.get(value) ?? value) : value;
}

/**
 * The same record with a UUID for each slug, as a database holds it. The UUIDs follow from the slug and `salt`, so that
 * the same scenario can be stored for several organisations.
 */
export function withUuids(record: SessionRecord, salt = ""): SessionRecord {
  const json = JSON.parse(JSON.stringify(record)) as Json;
  const ids = new Map(idsIn(json).map((slug) => [slug, v5(`${salt}:${slug}`, NAMESPACE)]));
  return sessionRecord.parse(replaced(json, ids));
}
