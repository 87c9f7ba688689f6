import { Temporal } from "temporal-polyfill";
import type { OwnLinkCardProps } from "~/components/own-link-card";
import { consentLinkToken } from "~/data/consent-link-token.server";
import { TRIES_BEFORE_LOCK, type ConsentRequest, type NudgeWay } from "~/data/consent-requests.server";
import type { Reaches } from "~/data/own-link-reach.server";
import { askText } from "~/domain/consent/ask-words";
import { opensOnPhones } from "~/domain/consent/opens-on-phones";
import { linkState } from "~/domain/consent/own-link";
import { linkProgress } from "~/domain/consent/own-link-progress";
import { nameOf, type View } from "~/domain/readiness/view";
import { dateInWords } from "~/domain/time/words";
import { paths } from "~/paths";

const nudgeWords: Record<NudgeWay, string> = {
  mail: "by email",
  copied: "from the organisation’s phone or account",
  told: "in person or by phone",
};

/**
 * What the page of links shows of each person who has one open, in the order of the list. Of whoever is not on it any more
 * a link can be opened again and taken back.
 */
export function ownLinkCards(
  view: View,
  requests: readonly ConsentRequest[],
  reaches: Reaches,
  { origin, sendsMail, isOnList }: { origin: string; sendsMail: boolean; isOnList: (id: string) => boolean },
): OwnLinkCardProps[] {
  const { id: sessionId, zone } = view.facts.session;
  const dayOf = (instant: string) =>
    dateInWords(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate());
  return view.participants.flatMap((participant) => {
    const request = requests.find(({ participantId }) => participantId === participant.id);
    if (!request || request.check.kind === "here") return [];
    const { id: requestId, check, nudged } = request;
    const progress = linkProgress(view, { ...request, locked: request.wrongTries >= TRIES_BEFORE_LOCK });
    const opens = request.opens && opensOnPhones(origin);
    const address = opens ? origin + paths.ownLink(consentLinkToken(requestId)) : null;
    const asks = linkState(view, participant) === "asks" && progress !== "answered";
    const reach = reaches.of({ requestId, participantId: participant.id });
    return {
      requestId,
      name: nameOf(participant),
      code: participant.code,
      progress,
      askedOn: dayOf(request.askedAt),
      openedOn: request.openedAt && dayOf(request.openedAt),
      nudgedOn: nudged && `Told again on ${dayOf(nudged.at)}, ${nudgeWords[nudged.how]}`,
      proposedName: request.nameAccepted === null && isOnList(participant.id) ? request.proposedName : null,
      word: check.kind === "word" ? check.word : null,
      changeWordAt:
        request.openedAt === null && isOnList(participant.id) ? paths.agreedWord(sessionId, requestId) : null,
      address,
      mail: reach.mail,
      notSafe: reach.notSafe
        ? { changeAt: reach.contact && paths.consentContact(sessionId, participant.id) }
        : null,
      reach:
        address && asks
          ? {
              text: askText({ publicName: reaches.publicName, link: address, check: check.kind }),
              contact: reach.contact,
              contactPage: sendsMail ? paths.consentContact(sessionId, participant.id) : null,
            }
          : null,
    };
  });
}
