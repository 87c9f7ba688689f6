import { describe, expect, test } from "vitest";
import { auditEvent } from "./audit-events";

const id = "0199a000-0000-7000-8000-000000000001";
const other = "0199a000-0000-7000-8000-000000000002";
const digest = "a".repeat(64);
const session = { sessionId: other };

const events: [type: string, kind: string, payload: Record<string, unknown>][] = [
  ["organisation.created", "organisation", {}],
  ["organisation.changed", "organisation", { fields: ["name"] }],
  ["membership.changed", "user", { roles: ["planner"] }],
  ["login_session.ended", "user", { loginSessionId: other, reason: "signed_out" }],
  ["notice.read", "user", { notices: [other] }],
  ["adult.told_apart", "adult", { otherAdultId: other }],
  ["policy.changed", "organisation", { version: 2 }],
  ["briefing_text.published", "organisation", { version: 2, changesMeaning: true }],
  ["consent_wording.published", "wording", { version: 1, language: "en-GB", digest }],
  [
    "consent_wording.changed",
    "wording",
    { scope: "camera", version: 2, language: "en-GB", digest, changesMeaning: true, endsEarlier: false },
  ],
  ["standing_statement.made", "statement", { kind: "private_use", adultId: null }],
  ["session.created", "session", session],
  ["session.changed", "session", { ...session, section: "details", effect: "lapsed", changes: ["startsAt"] }],
  ["session.returned", "session", { ...session, requestId: other }],
  ["consent.recorded", "consent", { ...session, participantId: other, scope: "camera", answer: "withdrawn" }],
  ["briefing.given", "briefing", { ...session, participantId: other, version: 1, points: ["live"] }],
  ["statement.made", "statement", { ...session, kind: "needs_asked", participantId: null }],
  ["sign_off.suspended", "sign_off", { ...session, digest, changes: [] }],
  ["sign_off.carried_forward", "sign_off", { ...session, digest, changes: ["media.chat"] }],
  ["sign_off.lapsed", "sign_off", { ...session, digest, changes: ["requirement.R30"] }],
  ["sign_off.restored", "sign_off", { ...session, digest, changes: [] }],
  ["sign_in_provider.changed", "organisation", { fields: ["issuer"], required: true }],
  ["login_session.started", "user", { loginSessionId: other }],
  ["login_session.confirmed", "user", { loginSessionId: other, means: "passkey" }],
  ["adult.changed", "adult", { fields: ["name"] }],
  ["vetting_check.recorded", "vetting_check", { adultId: other }],
  ["training.recorded", "training", { adultId: other }],
  ["person.changed", "person", { fields: ["birth"] }],
  ["platform_mode.changed", "platform_mode", { fields: ["ageLimits"] }],
  ["session.marked_ready", "session", { ...session, requestId: other, digest }],
  [
    "session.signed_off",
    "session",
    { ...session, signOffId: other, digest, rules: "2026-11", accepted: ["R28"], stated: ["suitable"] },
  ],
  ["session.cancelled", "session", session],
  ["session.handed_over", "session", { ...session, fromUserId: id, toUserId: other }],
  ["session.recorded_late", "session", session],
  ["assignment.added", "assignment", { ...session, adultId: other, role: "host" }],
  ["assignment.changed", "assignment", { ...session, adultId: other, fields: ["contact"] }],
  ["assignment.removed", "assignment", { ...session, adultId: other, role: "observer" }],
  ["participant.added", "participant", { ...session, personId: other }],
  ["participant.changed", "participant", { ...session, fields: ["needs"] }],
  ["participant.removed", "participant", session],
  ["consent.confirmed", "consent", { ...session, participantId: other }],
  ["consent.corrected", "consent", { ...session, participantId: other, corrects: other }],
  ["removal.opened", "removal", { ...session, participantId: other, fields: ["camera"] }],
  ["removal.done", "removal", { ...session, participantId: other }],
  ["record.exported", "session", { ...session, exportId: other, format: "json", redacted: true, digest }],
];

function holds(event: Record<string, unknown>): boolean {
  return auditEvent.safeParse(event).success;
}

describe.each(events)("%s", (type, kind, payload) => {
  const event = { type, subject: `${kind}:${id}`, ...payload };

  test("holds what it is made of, and nothing else", () => {
    expect(holds(event)).toBe(true);
    expect(holds({ ...event, note: "Anything" })).toBe(false);
    expect(holds({ ...event, subject: `${kind}:Bryony` })).toBe(false);
    expect(holds({ ...event, subject: `something:${id}` })).toBe(false);
  });

  test.each(Object.keys(payload))("does not leave out %s, nor say it in words", (key) => {
    const { [key]: _left, ...rest } = event as Record<string, unknown>;
    expect(holds(rest)).toBe(false);
    expect(holds({ ...event, [key]: "Bryony Cattermoss" })).toBe(false);
  });
});

test.each([
  ["a name with a space", "Bryony Cattermoss", false],
  ["more than eighty characters", "a".repeat(81), false],
  ["eighty characters", "a".repeat(80), true],
  ["what begins with a sign", ".name", false],
  ["nothing", "", false],
  ["a code", "participants.exposure.camera", true],
])("%s is a field that changed: %s", (_what, field, is) => {
  expect(holds({ type: "organisation.changed", subject: `organisation:${id}`, fields: [field] })).toBe(is);
});

test("counts are whole and not below nought, digests are of 64 digits, and no list is endless", () => {
  const policy = { type: "policy.changed", subject: `organisation:${id}` };
  expect(holds({ ...policy, version: 0 })).toBe(true);
  expect(holds({ ...policy, version: -1 })).toBe(false);
  expect(holds({ ...policy, version: 1.5 })).toBe(false);
  const lapsed = { type: "sign_off.lapsed", subject: `sign_off:${id}`, ...session, changes: [] };
  expect(holds({ ...lapsed, digest })).toBe(true);
  expect(holds({ ...lapsed, digest: `${digest}a` })).toBe(false);
  expect(holds({ ...lapsed, digest: "g".repeat(64) })).toBe(false);
  expect(holds({ ...lapsed, digest, changes: Array.from({ length: 200 }, () => "kind") })).toBe(true);
  expect(holds({ ...lapsed, digest, changes: Array.from({ length: 201 }, () => "kind") })).toBe(false);
});
