import { holdOpenRequest, type ConsentRequest } from "~/data/consent-requests.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import type { SessionRecord } from "~/domain/record/schema";
import { refuse, type Outcome } from "~/domain/refusal";
import { change, type Change, type Clock } from "./change.server";
import { holdSession } from "./edit-session.server";

export type RequestOptions = { submission?: Submission | undefined; clock?: Clock | undefined };

/**
 * One change that a worker makes to one young person's open link, with session and link held until it is done. Refuses
 * `not_found` for a link that has ended or is of another session, `forbidden`, and as `work` does.
 */
export function onRequest(
  actor: Actor,
  { sessionId, requestId }: { sessionId: string; requestId: string },
  { submission, clock }: RequestOptions,
  work: (edit: Change, request: ConsentRequest, record: SessionRecord) => Promise<Outcome<null>>,
): Promise<Outcome<null>> {
  return change(
    actor,
    async (edit) => {
      const held = await holdSession(edit.tx, actor, sessionId, "session.edit");
      if (!held.ok) return held;
      const request = await holdOpenRequest(edit.tx, actor.organisationId, requestId);
      return request?.sessionId === sessionId ? work(edit, request, held.value.record) : noSuchLink;
    },
    { sessionId, submission, clock },
  );
}

/** What the events about a link are about. */
export function aboutRequest({ id, sessionId, participantId }: ConsentRequest) {
  return { subject: `request:${id}` as const, sessionId, participantId };
}

export const noSuchLink = refuse("not_found", "There is no such link any more.");
