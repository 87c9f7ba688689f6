import { z } from "zod";
import { consentScope, id, instant, plainDate, role, text } from "./fields";

/** What people state with their name, and of whom or what. Standing ones are renewed; those of a session belong to it. */
export const statementKind = z.enum([
  // of an adult, renewed: R04, R05, R06
  "personal_accounts_private",
  "no_personal_relationships",
  "private_use",
  // of the organisation, renewed: R09, R10, R11
  "friend_requests_settled",
  "contact_through_us",
  "privacy_not_guaranteed",
  // of a session: R01, R02, R12, R23, R24, R25, R26
  "organisation_accounts_only",
  "no_personal_details",
  "no_therapeutic_conversations",
  "can_report_and_remove",
  "needs_asked",
  "identity_hidden",
  "needs_considered",
  // of a session whose audience is not named
  "no_child_on_camera",
  // of a session, by a safeguarding lead: R27, R32
  "lead_considered",
  "lead_content_note",
  // of a participant, by a safeguarding lead
  "competence_decision",
  "conflict_decision",
]);

export const statement = z.strictObject({
  id,
  kind: statementKind,
  about: z.strictObject({ kind: z.enum(["organisation", "adult", "session", "participant"]), id }),
  by: id,
  as: role,
  statedOn: plainDate,
  recordedAt: instant,
  /** The wording that was stated. */
  textVersion: z.int().min(1),
  answer: z.enum(["yes", "no"]),
  /** Arrangements, or what was considered. Never the detail of a case. */
  note: text.nullable(),
  scopes: z.array(consentScope),
  /** The giver whose answer counts, in a conflict decision. */
  giverId: id.nullable(),
  /** Who proposed a competence decision: a worker who knows the young person. */
  proposedBy: id.nullable(),
  until: instant.nullable(),
});

export type Statement = z.infer<typeof statement>;
export type StatementKind = z.infer<typeof statementKind>;
