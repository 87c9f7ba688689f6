import { addConsentRequests, endConsentRequests, listOpenRequests } from "~/data/consent-requests.server";
import { newId } from "~/data/new-id.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { fitsAsWord, holdsDayOfBirth, whoCanHaveLinks, type SmallCheck } from "~/domain/consent/own-link";
import { viewAt } from "~/domain/readiness/view";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { Temporal } from "temporal-polyfill";
import { change, type Clock } from "./change.server";
import { holdSession } from "./edit-session.server";

export type Asked = { participantId: string; check: SmallCheck };
export type Requested = { requests: { participantId: string; requestId: string }[] };

/**
 * Asks young people to answer for themselves: one link for each, which takes the place of any that they had. What the
 * link is made of is told by its request's id alone, so that it can be shown again at any time. From the start on it is
 * for those alone who may still say no to something that they agreed to.
 *
 * Refusals: `not_found`, `forbidden`, `nobody_asked`, `too_late` where a link would be good for nothing any more,
 * `word_too_short`, `birth_not_held`.
 */
export function askForAnswers(
  actor: Actor,
  sessionId: string,
  asked: readonly Asked[],
  { submission, clock }: { submission?: Submission | undefined; clock?: Clock | undefined } = {},
): Promise<Outcome<Requested>> {
  const { organisationId, userId } = actor;
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await holdSession(tx, actor, sessionId, "session.edit");
      if (!held.ok) return held;
      const view = viewAt(held.value.record, Temporal.Instant.from(now));
      if (asked.length === 0) return refuse("nobody_asked", "Select who you want to ask", "people");
      const { people: open } = whoCanHaveLinks(view);
      const checks = new Map(asked.map(({ participantId, check }) => [participantId, check]));
      for (const [participantId, check] of checks) {
        const participant = view.participants.find(({ id }) => id === participantId);
        if (!participant) return refuse("not_found", "There is nobody with this code in this session.");
        if (!open.includes(participant)) return tooLate;
        if (check.kind === "word" && !fitsAsWord(check.word)) return wordTooShort;
        if (check.kind === "birth" && !holdsDayOfBirth(participant.birth)) return birthNotHeld;
      }
      const before = (await listOpenRequests(tx, organisationId, sessionId)).filter(({ participantId }) =>
        checks.has(participantId),
      );
      const ended = before.map(({ id }) => id);
      await endConsentRequests(tx, organisationId, ended, { why: "asked_anew", now });
      for (const { id, participantId } of before) {
        const subject = `request:${id}` as const;
        note({ type: "consent_request.ended", subject, sessionId, participantId, why: "asked_anew" });
      }
      const requests = [...checks].map(([participantId, check]) => {
        const last = before.find((request) => request.participantId === participantId);
        const proposedName = last?.nameAccepted === null ? last.proposedName : null;
        return { participantId, check, id: newId(), proposedName };
      });
      const common = { organisationId, sessionId, askedBy: userId, askedAt: now };
      await addConsentRequests(
        tx,
        requests.map((request) => ({ ...common, ...request })),
      );
      for (const { id, participantId, check } of requests) {
        const subject = `request:${id}` as const;
        note({ type: "consent_request.made", subject, sessionId, participantId, check: check.kind });
      }
      return accept({
        requests: requests.map(({ id, participantId }) => ({ requestId: id, participantId })),
      });
    },
    { sessionId, submission, clock },
  );
}

const tooLate = refuse(
  "too_late",
  "A link would be good for nothing now: nothing that they agreed to is in use. Record what they say instead.",
);
const wordTooShort = refuse("word_too_short", "Choose a word of four letters or more", "word");
const birthNotHeld = refuse(
  "birth_not_held",
  "Day and month of birth are not held of everybody. Agree a word instead",
  "check",
);
