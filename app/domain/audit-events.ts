import { z } from "zod";
import { role } from "./record/fields";

/*
 * What the audit trail says. It is never erased, so nothing here can hold a name, an address or free text: ids, codes,
 * counts and digests only, and the schema refuses anything else.
 */
const id = z.uuid();
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const fields = z.array(code).max(200);

/** An event about one thing of the organisation, outside any session. */
function about<T extends string, K extends string, P extends z.core.$ZodLooseShape>(
  type: T,
  kind: K,
  payload: P,
) {
  return z.strictObject({ type: z.literal(type), subject: z.templateLiteral([kind, ":", id]), ...payload });
}

/** An event that belongs to the history of one session. */
function inSession<T extends string, K extends string, P extends z.core.$ZodLooseShape>(
  type: T,
  kind: K,
  payload: P,
) {
  return about(type, kind, { sessionId: id, ...payload });
}

export const auditEvent = z.discriminatedUnion("type", [
  about("organisation.created", "organisation", {}),
  about("organisation.changed", "organisation", { fields }),
  about("user.created", "user", {}),
  about("membership.changed", "user", { roles: z.array(role) }),
  about("membership.ended", "user", {}),
  about("login_session.started", "user", { loginSessionId: id }),
  about("login_session.ended", "user", { loginSessionId: id, reason: z.enum(["signed_out", "replaced"]) }),
  inSession("record.exported", "session", {
    format: z.enum(["json", "pdf", "csv"]),
    redacted: z.boolean(),
    digest,
  }),
]);

export type AuditEvent = z.infer<typeof auditEvent>;
