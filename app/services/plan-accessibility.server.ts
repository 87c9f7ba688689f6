import type { Actor } from "~/domain/actor";
import type { Session } from "~/domain/record/session";
import { accept, type Outcome } from "~/domain/refusal";
import { detailsOf } from "~/domain/session/new-session";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";
import { stateForSession } from "./state-for-session.server";

export type AccessibilityPlan = Session["accessibility"] & {
  /** The actor states that access needs were asked about. */
  asked: boolean;
};

/** Plans the features in use and what else is arranged for whoever needs it. Refuses as `editSession`. */
export function planAccessibility(
  actor: Actor,
  sessionId: string,
  { features, arrangements, asked }: AccessibilityPlan,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(actor, sessionId, { ...options, section: "accessibility" }, async (edit) => {
    const details = { ...detailsOf(edit.record.session), accessibility: { features, arrangements } };
    await edit.tx.session.updateMany({ where: { id: sessionId }, data: { details } });
    if (asked) await stateForSession(edit, actor, { kind: "needs_asked", as: "planner" });
    return accept(null);
  });
}
