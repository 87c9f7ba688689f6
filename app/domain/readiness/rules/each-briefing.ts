import type { BriefingPoint } from "../../record/fields";
import type { Briefing, Participant } from "../../record/participant";
import { checked, fix, noParticipants, silent, type Check, type RuleFinding } from "../rule";
import { nameOf, type View } from "../view";
import { noticeCheck } from "./audience-notice";
import { briefingsOf, wasBriefed } from "./briefing-version";

/** Why a briefing with an earlier version no longer counts. */
const MEANING_CHANGED = "what the briefing says has changed";

/** Nothing that counts is on record: no briefing at all, or only of a version whose meaning has changed since. */
export function notBriefed(view: View, participant: Participant): RuleFinding {
  if (wasBriefed(view, participant)) return outdated(participant, MEANING_CHANGED);
  return silent("not_briefed", {
    subject: `participant:${participant.id}`,
    headline: `${nameOf(participant)} has not had the briefing`,
    message: "Somebody speaks with each young person before the session and records it.",
    fixes: [fix("Record the briefing", "briefing", participant.id)],
  });
}

/** Every participant, one by one, or what the audience notice says where nobody is named. */
export function eachParticipant(
  view: View,
  fact: string,
  point: BriefingPoint | null,
  judge: (participant: Participant, briefings: Briefing[]) => RuleFinding[],
): Check {
  if (!view.named) return noticeCheck(view, point);
  const findings =
    view.participants.length === 0
      ? [noParticipants()]
      : view.participants.flatMap((participant) => judge(participant, briefingsOf(view, participant)));
  return checked(fact, findings);
}

/** A briefing that was given and no longer counts, because of what changed since. */
export function outdated(participant: Participant, why: string): RuleFinding {
  return silent("briefing_outdated", {
    subject: `participant:${participant.id}`,
    headline: `${nameOf(participant)} needs a new briefing`,
    message: `Since the last one, ${why}.`,
    fixes: [fix("Record a new briefing", "briefing", participant.id)],
  });
}
