import type { Actor } from "~/domain/actor";
import type { Session } from "~/domain/record/session";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { detailsOf } from "~/domain/session/new-session";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";

type Organiser = NonNullable<Session["organiser"]>;
type Part<K extends keyof Organiser> = Omit<NonNullable<Organiser[K]>, "by" | "recordedAt"> | null;

/** What the organiser of a stream that we join told us; a part is null while it is not known to have been asked. */
export type OrganiserAnswers = {
  name: string;
  /** What the organiser gets to know about young people, and for what; null or left out while it is not known. */
  dataUse?: string | null | undefined;
  content: Part<"content">;
  suitability: Part<"suitability">;
  saved: Part<"saved">;
  reused: Part<"reused">;
};

/**
 * Records what the organiser told us. Each part keeps who recorded it and when until it says something else. Refuses
 * `hosting` where we host ourselves, and as `editSession`.
 */
export function recordOrganiser(
  actor: Actor,
  sessionId: string,
  answers: OrganiserAnswers,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(actor, sessionId, { ...options, section: "organiser" }, async ({ tx, now, record }) => {
    if (record.session.kind !== "join")
      return refuse("hosting", "We host this session ourselves: there is no other organiser.");
    const before = record.session.organiser;
    const by = { by: actor.userId, recordedAt: now };
    const organiser: Organiser = {
      name: answers.name,
      ...(answers.dataUse ? { dataUse: answers.dataUse } : {}),
      content: partAfter(before?.content ?? null, answers.content, by),
      suitability: partAfter(before?.suitability ?? null, answers.suitability, by),
      saved: partAfter(before?.saved ?? null, answers.saved, by),
      reused: partAfter(before?.reused ?? null, answers.reused, by),
    };
    const details = { ...detailsOf(record.session), organiser };
    await tx.session.updateMany({ where: { id: sessionId }, data: { details } });
    return accept(null);
  });
}

type Recorded = { by: string; recordedAt: string };

function partAfter<T extends object>(
  before: (T & Recorded) | null,
  after: T | null,
  recorded: Recorded,
): (T & Recorded) | null {
  if (!after) return null;
  const keys = Object.keys(after) as (keyof T)[];
  if (before && keys.every((key) => before[key] === after[key])) return before;
  return { ...after, ...recorded };
}
