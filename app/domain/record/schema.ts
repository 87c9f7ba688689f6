import { z } from "zod";
import { adult } from "./adult";
import { id, instant, text } from "./fields";
import { organisation, policy } from "./organisation";
import { briefing, consentEvent, participant } from "./participant";
import { platformMode } from "./platform-mode";
import { session } from "./session";
import { statement } from "./statement";

/** A manager's yes, with a reason, to one finding that guidance leaves to a considered answer. */
const acceptance = z.strictObject({
  id,
  signOffId: id,
  requirement: z.string().regex(/^[RB]\d\d$/),
  code: z.string(),
  subject: z.string(),
  reason: text,
  by: id,
  at: instant,
  until: instant.nullable(),
  /** When the sign-off that carries it lapsed. */
  endedAt: instant.nullable(),
});

/** What a redacted record says in place of births, surnames and free text, so that it gives the same statuses. */
const derived = z.strictObject({
  ages: z.array(z.strictObject({ participantId: id, age: z.int().nullable() })),
  nameFindings: z.array(z.strictObject({ subject: z.string(), code: z.string(), blocks: z.boolean() })),
  inviteFindings: z.array(z.string()),
  samePeople: z.array(z.tuple([id, id])),
});

const factKeys = {
  format: z.literal("greenroom.session-record/1"),
  rules: z.string(),
  organisation,
  policy,
  platformModes: z.array(platformMode),
  adults: z.array(adult),
  session,
  participants: z.array(participant),
  consentEvents: z.array(consentEvent),
  briefings: z.array(briefing),
  statements: z.array(statement),
  acceptances: z.array(acceptance),
};

/** A session's facts as they stood when a manager signed. */
const signedFacts = z.strictObject({ ...factKeys, derived: derived.nullable() });

const signOffEvent = z.strictObject({
  at: instant,
  kind: z.enum(["carried_forward", "lapsed", "suspended", "restored"]),
  by: id.nullable(),
  digest: z.string(),
  changes: z.array(z.string()),
});

const signOff = z.strictObject({
  id,
  at: instant,
  by: id,
  rules: z.string(),
  /** SHA-256 of the material facts as signed. */
  digest: z.string(),
  facts: signedFacts,
  /** Oldest first. */
  events: z.array(signOffEvent),
});

const auditEntry = z.strictObject({
  seq: z.int().min(1),
  at: instant,
  type: z.string(),
  by: id.nullable(),
  subject: z.string(),
  hash: z.string(),
});

/** One self-contained document about one session: everything that `evaluate` needs is in it. */
export const sessionRecord = z.strictObject({
  ...factKeys,
  signOffs: z.array(signOff),
  audit: z.array(auditEntry),
  /** `null` in a full record; present exactly when the record is redacted. */
  derived: derived.nullable(),
});

export type SessionRecord = z.infer<typeof sessionRecord>;
export type SignedFacts = z.infer<typeof signedFacts>;
export type SignOff = z.infer<typeof signOff>;
export type Acceptance = z.infer<typeof acceptance>;
export type Derived = z.infer<typeof derived>;
/** Whatever can be evaluated: a record, or the facts inside a sign-off. */
export type Facts = SignedFacts;

/** A sign-off as lists need it: of the facts as signed only the policy, which can keep it in force. */
export type ListedSignOff = Omit<SignOff, "facts"> & { facts: Pick<SignedFacts, "policy"> };
/** A record as lists need it: enough to judge the session and to tell where its sign-off stands. */
export type ListedFacts = Facts & { signOffs: ListedSignOff[] };
