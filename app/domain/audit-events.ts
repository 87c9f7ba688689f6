import { z } from "zod";
import { about, code, count, digest, fields, id, inSession } from "./event-shape";
import { adultRole, briefingPoint, consentScope, exportFormat, role } from "./record/fields";

/** What the audit trail of one organisation says. */
export const auditEvent = z.discriminatedUnion("type", [
  about("organisation.created", "organisation", {}),
  about("organisation.changed", "organisation", { fields }),
  about("membership.changed", "user", { roles: z.array(role) }),
  about("membership.ended", "user", {}),
  about("sign_in_provider.changed", "organisation", { fields, required: z.boolean() }),
  about("sign_in_provider.removed", "organisation", {}),
  about("reset_code.made", "user", {}),
  about("second_step.removed", "user", {}),
  about("invitation.made", "invitation", { kind: code, roles: z.array(role) }),
  about("invitation.used", "invitation", { userId: id }),
  about("invitation.confirmed", "invitation", { userId: id }),
  about("invitation.taken_back", "invitation", {}),
  about("login_session.started", "user", { loginSessionId: id }),
  about("login_session.confirmed", "user", {
    loginSessionId: id,
    means: z.enum(["authenticator", "recovery_code", "passkey"]),
  }),
  about("login_session.ended", "user", {
    loginSessionId: id,
    reason: z.enum([
      "signed_out",
      "signed_out_elsewhere",
      "replaced",
      "password_reset",
      "second_step_removed",
    ]),
  }),

  about("notice.read", "user", { notices: z.array(id) }),

  about("adult.added", "adult", {}),
  about("adult.changed", "adult", { fields }),
  about("adult.stood_down", "adult", {}),
  about("adult.brought_back", "adult", {}),
  about("adult.told_apart", "adult", { otherAdultId: id }),
  about("vetting_check.recorded", "vetting_check", { adultId: id }),
  about("training.recorded", "training", { adultId: id }),
  about("person.added", "person", {}),
  about("person.changed", "person", { fields }),
  about("platform_mode.added", "platform_mode", {}),
  about("platform_mode.changed", "platform_mode", { fields }),
  about("platform_mode.reviewed", "platform_mode", {}),
  about("policy.changed", "organisation", { version: count }),
  about("briefing_text.published", "organisation", { version: count, changesMeaning: z.boolean() }),
  about("consent_wording.published", "wording", { version: count, language: code, digest }),
  about("standing_statement.made", "statement", { kind: code, adultId: id.nullable() }),

  inSession("session.created", "session", {}),
  inSession("session.changed", "session", {
    section: code,
    effect: z.enum(["nothing", "carried_forward", "lapsed"]),
    changes: fields,
  }),
  inSession("session.marked_ready", "session", { requestId: id, digest }),
  inSession("session.returned", "session", { requestId: id }),
  inSession("session.signed_off", "session", {
    signOffId: id,
    digest,
    rules: code,
    accepted: fields,
    stated: fields,
  }),
  inSession("session.cancelled", "session", {}),
  inSession("session.handed_over", "session", { fromUserId: id, toUserId: id }),
  inSession("session.recorded_late", "session", {}),
  inSession("sign_off.carried_forward", "sign_off", { digest, changes: fields }),
  inSession("sign_off.lapsed", "sign_off", { digest, changes: fields }),
  inSession("sign_off.suspended", "sign_off", { digest, changes: fields }),
  inSession("sign_off.restored", "sign_off", { digest, changes: fields }),
  inSession("assignment.added", "assignment", { adultId: id, role: adultRole }),
  inSession("assignment.changed", "assignment", { adultId: id, fields }),
  inSession("assignment.removed", "assignment", { adultId: id, role: adultRole }),
  inSession("participant.added", "participant", { personId: id }),
  inSession("participant.changed", "participant", { fields }),
  inSession("participant.removed", "participant", {}),
  inSession("consent.recorded", "consent", {
    participantId: id,
    scope: consentScope,
    answer: z.enum(["yes", "no", "withdrawn"]),
  }),
  inSession("consent.confirmed", "consent", { participantId: id }),
  inSession("briefing.given", "briefing", {
    participantId: id,
    version: count,
    points: z.array(briefingPoint),
  }),
  inSession("statement.made", "statement", { kind: code, participantId: id.nullable() }),
  inSession("session.viewed", "session", { page: code }),
  inSession("participant.viewed", "participant", { page: code }),
  inSession("record.exported", "session", {
    exportId: id,
    format: exportFormat,
    redacted: z.boolean(),
    digest,
  }),
]);

export type AuditEvent = z.infer<typeof auditEvent>;
