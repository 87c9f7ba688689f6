import { z } from "zod";

/*
 * What the events of both audit chains are made of. They are never erased, so nothing here can hold a name, an address
 * or free text: ids, codes, counts and digests only, and the schema refuses anything else.
 */
export const id = z.uuid();
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$/);
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const count = z.int().min(0);
export const fields = z.array(code).max(200);

/** An event about one thing, outside any session. */
export function about<T extends string, K extends string, P extends z.core.$ZodLooseShape>(
  type: T,
  kind: K,
  payload: P,
) {
  return z.strictObject({ type: z.literal(type), subject: z.templateLiteral([kind, ":", id]), ...payload });
}

/** An event that belongs to the history of one session. */
export function inSession<T extends string, K extends string, P extends z.core.$ZodLooseShape>(
  type: T,
  kind: K,
  payload: P,
) {
  return about(type, kind, { sessionId: id, ...payload });
}
