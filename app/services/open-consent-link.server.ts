import {
  holdOpenRequest,
  noteOnRequest,
  TRIES_BEFORE_LOCK,
  type LinkOwner,
} from "~/data/consent-requests.server";
import { tellWhoAsked } from "~/data/notices.server";
import { loadRecordOf } from "~/data/who-left.server";
import { passesCheck, type CheckAnswer } from "~/domain/consent/own-link";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change, type Clock } from "./change.server";

/**
 * The small check of a link, before which it shows nobody and nothing. Five wrong tries lock it until a worker opens it
 * again, and who asked is told; a right one takes the earlier wrong ones back. It proves little: whoever passes is not thereby the person.
 *
 * Refusals: `not_usable` where the link has ended, `locked`, `wrong_check`.
 */
export async function openConsentLink(
  owner: LinkOwner,
  answer: CheckAnswer,
  { clock }: { clock?: Clock | undefined } = {},
): Promise<Outcome<null>> {
  const { organisationId, participantId, requestId, sessionId } = owner;
  const tried = await change(
    { organisationId, userId: participantId },
    async ({ tx, now, record: note }) => {
      const request = await holdOpenRequest(tx, organisationId, requestId);
      if (!request || request.check.kind === "here") return notUsable;
      if (request.wrongTries >= TRIES_BEFORE_LOCK) return locked;
      const facts = await loadRecordOf(tx, owner);
      const participant = facts?.participants.find(({ id }) => id === participantId);
      if (!participant) return notUsable;
      const event = { subject: `request:${requestId}`, sessionId, participantId } as const;
      const passed = passesCheck(request.check, participant, answer);
      const wrongTries = passed ? 0 : request.wrongTries + 1;
      const openedAt = passed && request.openedAt === null ? now : undefined;
      await noteOnRequest(tx, organisationId, requestId, { wrongTries, ...(openedAt ? { openedAt } : {}) });
      const locks = wrongTries >= TRIES_BEFORE_LOCK;
      if (locks) await tellWhoAsked(tx, organisationId, request, { kind: "link_locked", now });
      note({ type: passed ? "consent_request.opened" : "consent_request.check_failed", ...event });
      return accept({ passed, locked: locks });
    },
    { clock },
  );
  if (!tried.ok) return tried;
  if (tried.value.passed) return accept(null);
  return tried.value.locked ? locked : wrongCheck;
}

export const notUsable = refuse("not_usable", "This link does not work. Ask the person who gave it to you.");
const locked = refuse("locked", "This link is locked. Speak to the person who gave it to you.");
const wrongCheck = refuse("wrong_check", "That is not what we agreed. Try again", "check");
