import type { Actor } from "~/domain/actor";
import type { Session } from "~/domain/record/session";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { detailsOf } from "~/domain/session/new-session";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";
import { stateForSession } from "./state-for-session.server";

export type TopicDescription = {
  /** What the session is about; null while nobody knows. */
  topic: string | null;
  /** Sensitive subjects, from the organisation's list. */
  flags: string[];
  adjustments: string | null;
  /** The actor states that they thought of each young person. */
  considered: boolean;
};

/**
 * Describes what a session is about. Other words or other sensitive subjects ask everybody to look again; adjustments
 * do not. Refuses `topic_missing` for subjects without a topic, `unknown_subject` for one that is not on the
 * organisation's list, and as `editSession`.
 */
export function describeTopic(
  actor: Actor,
  sessionId: string,
  form: TopicDescription,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(actor, sessionId, { ...options, section: "sensitivities" }, async (edit) => {
    const { session, policy } = edit.record;
    const known = new Set([...policy.flaggedTopics, ...(session.topic?.flags ?? [])]);
    if (form.flags.some((flag) => !known.has(flag)))
      return refuse("unknown_subject", "Select subjects from the organisation’s list", "flags");
    if (!form.topic && (form.flags.length > 0 || form.adjustments))
      return refuse("topic_missing", "Enter what the session is about", "topic");
    const details = { ...detailsOf(session), topic: topicAfter(session.topic, form, edit.now) };
    await edit.tx.session.updateMany({ where: { id: sessionId }, data: { details } });
    if (form.considered) await stateForSession(edit, actor, { kind: "needs_considered", as: "planner" });
    return accept(null);
  });
}

function topicAfter(before: Session["topic"], form: TopicDescription, now: string): Session["topic"] {
  if (!form.topic) return null;
  const flags = [...form.flags].sort();
  const same =
    before !== null && before.text === form.topic && [...before.flags].sort().join("\n") === flags.join("\n");
  return { text: form.topic, flags, adjustments: form.adjustments, changedAt: same ? before.changedAt : now };
}
