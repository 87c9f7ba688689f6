import type { Actor } from "./actor";
import type { Role } from "./record/fields";

/** What people may do, in the words of the product. A change of mind may reach any of the staff, and each records it. */
export type Action =
  | "session.plan"
  | "session.view"
  | "session.edit"
  | "session.mark_ready"
  | "session.sign_off"
  | "session.return"
  | "session.cancel"
  | "session.consider"
  | "consent.withdraw"
  | "record.export_redacted"
  | "record.export_named"
  | "adult.view"
  | "adult.edit"
  | "platform.view"
  | "platform.edit"
  | "organisation.view"
  | "organisation.edit"
  | "user.edit"
  | "audit.search";

/** A session as far as permission depends on it. `widenedBy`: who widened it since the last sign-off. */
export type SessionSubject = {
  plannedBy: string;
  assignedUserIds: readonly string[];
  hostOrObserverUserIds: readonly string[];
  widenedBy: readonly string[];
};

const everyone: Role[] = ["planner", "approver", "safeguarding_lead", "administrator", "reviewer"];
const staff: Role[] = ["planner", "approver", "safeguarding_lead", "administrator"];
const seesAll: Role[] = ["approver", "safeguarding_lead", "administrator"];

const holders: Record<Action, readonly Role[]> = {
  "session.plan": ["planner"],
  "session.view": everyone,
  "session.edit": ["planner"],
  "session.mark_ready": ["planner"],
  "session.sign_off": ["approver"],
  "session.return": ["approver"],
  "session.cancel": ["planner", "approver", "safeguarding_lead"],
  "session.consider": ["safeguarding_lead"],
  "consent.withdraw": staff,
  "record.export_redacted": everyone,
  "record.export_named": ["approver", "safeguarding_lead", "administrator"],
  "adult.view": staff,
  "adult.edit": ["planner", "administrator", "safeguarding_lead"],
  "platform.view": staff,
  "platform.edit": ["planner", "administrator", "safeguarding_lead"],
  "organisation.view": staff,
  "organisation.edit": ["administrator"],
  "user.edit": ["administrator"],
  "audit.search": ["administrator"],
};

/**
 * Whether somebody may do something: their roles decide first, then how they stand to the session. Planners act on
 * sessions that they planned or are assigned to; an approver never signs off or returns what they planned, host,
 * observe or widened since the last sign-off.
 */
export function may(actor: Actor, action: Action, session?: SessionSubject): boolean {
  const held = actor.roles.filter((role) => holders[action].includes(role));
  if (held.length === 0) return false;
  if (!session) return true;
  if (action === "session.sign_off" || action === "session.return")
    return signOffBar(actor, session) === null;
  return held.some((role) => seesAll.includes(role)) || seesRedactedOnly(actor) || isTheirs(actor, session);
}

/** Whether a session is one that the actor planned or is assigned to. */
export function isTheirs(actor: Actor, session: SessionSubject): boolean {
  return session.plannedBy === actor.userId || session.assignedUserIds.includes(actor.userId);
}

/**
 * Whether the actor sees every session of the organisation, as against their own. A reviewer does, redacted; one who
 * also plans sees whole records and so only their own.
 */
export function seesEverySession(actor: Actor): boolean {
  return actor.roles.some((role) => seesAll.includes(role)) || seesRedactedOnly(actor);
}

/** Only a reviewer and nothing else: sees redacted records. */
export function seesRedactedOnly(actor: Actor): boolean {
  return actor.roles.length > 0 && actor.roles.every((role) => role === "reviewer");
}

export type SignOffBar = "planned_it" | "hosts_or_observes" | "widened_it";

export const barWords: Record<SignOffBar, string> = {
  planned_it: "You planned this session, so somebody else has to sign it off.",
  hosts_or_observes: "You host or watch over this session, so somebody else has to sign it off.",
  widened_it: "You changed this session since it was last signed off, so somebody else has to sign it off.",
};

/** Why somebody may never sign off this session whatever their role, or `null`. */
export function signOffBar(actor: Actor, session: SessionSubject): SignOffBar | null {
  if (session.plannedBy === actor.userId) return "planned_it";
  if (session.hostOrObserverUserIds.includes(actor.userId)) return "hosts_or_observes";
  if (session.widenedBy.includes(actor.userId)) return "widened_it";
  return null;
}
