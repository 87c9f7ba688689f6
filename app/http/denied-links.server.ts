import type { DeniedLinksProps } from "~/components/denied-links";
import { doubtedAnswers, type DeniedLink } from "~/domain/consent/denied-link";
import { nameOf, type View } from "~/domain/readiness/view";
import { instantInWords } from "~/domain/time/words";
import { paths } from "~/paths";

/**
 * What the page of links tells of those that somebody said were not for them. Whoever is not on the list any more gets no
 * new one, and can still take back what came through the old one.
 */
export function deniedLinks(
  view: View,
  links: readonly (DeniedLink & { anew: boolean })[],
  isOnList: (id: string) => boolean,
): DeniedLinksProps {
  const { id: sessionId, zone } = view.facts.session;
  const theirs = view.participants.map((participant) => ({
    participant,
    denied: links.filter(({ participantId }) => participantId === participant.id),
  }));
  return {
    unasked: theirs
      .filter(({ participant, denied }) => isOnList(participant.id) && denied.some(({ anew }) => !anew))
      .map(({ participant }) => nameOf(participant)),
    doubted: theirs.flatMap(({ participant, denied }) => {
      const answers = denied.flatMap((link) => doubtedAnswers(view.facts.consentEvents, link));
      const last = answers.at(-1);
      if (!last) return [];
      return {
        code: participant.code,
        name: nameOf(participant),
        count: answers.length,
        lastAt: instantInWords(last.recordedAt, zone),
        recordAt: isOnList(participant.id)
          ? paths.recordConsent(sessionId, participant.id)
          : paths.changeOfMind(sessionId, participant.id),
      };
    }),
  };
}
