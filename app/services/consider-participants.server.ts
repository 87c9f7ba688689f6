import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";
import { stateForSession } from "./state-for-session.server";

export type Consideration = {
  /** Whether the participants were considered and arrangements are in place. */
  inPlace: boolean;
  /** What the people running the session need to know. Never the detail of a case. */
  arrangements: string | null;
  /** When joining a stream with a sensitive subject: whether it is handled well, and how. */
  content: { handled: boolean; note: string | null } | null;
};

/**
 * A safeguarding lead records that the participants of a session were considered, and nothing about why. Refuses
 * `no_content_to_note` where no sensitive stream is joined, and as `editSession`.
 */
export function considerParticipants(
  actor: Actor,
  sessionId: string,
  { inPlace, arrangements, content }: Consideration,
  options: Omit<EditOptions, "section" | "action">,
): Promise<Outcome<SessionEdited>> {
  const lead = { ...options, section: "sensitivities", action: "session.consider" } as const;
  return editSession(actor, sessionId, lead, async (edit) => {
    const { session } = edit.record;
    if (content && (session.kind !== "join" || !session.topic?.flags.length))
      return refuse(
        "no_content_to_note",
        "This session joins no stream with a sensitive subject.",
        "handled",
      );
    await stateForSession(edit, actor, {
      kind: "lead_considered",
      answer: inPlace ? "yes" : "no",
      note: arrangements,
      as: "safeguarding_lead",
    });
    if (content) {
      await stateForSession(edit, actor, {
        kind: "lead_content_note",
        answer: content.handled ? "yes" : "no",
        note: content.note,
        as: "safeguarding_lead",
      });
    }
    return accept(null);
  });
}
