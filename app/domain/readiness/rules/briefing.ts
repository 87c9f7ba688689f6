import { Temporal } from "temporal-polyfill";
import type { Briefing, Participant } from "../../record/participant";
import { countOf, instantInWords } from "../../time/words";
import { advice, fix, wrong, type Rule, type RuleFinding } from "../rule";
import { greenroom, nspcc } from "../sources";
import { nameOf, olderThan, type View } from "../view";
import { eachParticipant, notBriefed, outdated } from "./each-briefing";

const lateAfterHours = 24;

export const briefedBefore: Rule = {
  id: "R15",
  title: "Young people are spoken to about online safety before the session",
  strength: "do",
  source: nspcc,
  checks:
    "Each participant was briefed before the start, since the platform was chosen and since the briefing last changed its meaning.",
  states: "Who briefed whom, when and how.",
  undoneBy: "A participant is added; the platform changes; the briefing changes its meaning.",
  check: (view) =>
    eachParticipant(
      view,
      `${countOf(view.participants.length, "young person", "young people")} briefed before the start.`,
      null,
      (participant, briefings) => {
        const fresh = briefings.filter((briefing) => !olderThan(briefing.briefedAt, view.platformsSince));
        if (fresh.length === 0)
          return [
            briefings.length > 0
              ? outdated(participant, "the platform changed")
              : notBriefed(view, participant),
          ];
        const inTime = fresh.filter((briefing) => olderThan(briefing.briefedAt, view.start));
        const first = fresh[fresh.length - 1];
        if (inTime.length === 0 && first) return [late(view, participant, first)];
        return inTime.every(recordedLate) && inTime[0] ? [lateEntry(view, participant, inTime[0])] : [];
      },
    ),
};

function late(view: View, participant: Participant, briefing: Briefing): RuleFinding {
  const minutes = Math.round(view.start.until(Temporal.Instant.from(briefing.briefedAt)).total("minutes"));
  return wrong("briefed_after_start", {
    subject: `participant:${participant.id}`,
    headline: `${nameOf(participant)} was briefed too late`,
    message:
      minutes === 0
        ? "Briefing given at the start, not before it."
        : `Briefing given late (${minutes} min after start).`,
    fixes: [fix("Look at the briefing", "briefing", participant.id)],
  });
}

function recordedLate(briefing: Briefing): boolean {
  const hours = Temporal.Instant.from(briefing.briefedAt)
    .until(Temporal.Instant.from(briefing.recordedAt))
    .total("hours");
  return hours > lateAfterHours;
}

function lateEntry(view: View, participant: Participant, briefing: Briefing): RuleFinding {
  return advice("recorded_late", {
    subject: `participant:${participant.id}`,
    headline: `${nameOf(participant)}'s briefing was recorded late`,
    message: `Given ${instantInWords(Temporal.Instant.from(briefing.briefedAt), view.facts.session.zone)}, recorded ${instantInWords(Temporal.Instant.from(briefing.recordedAt), view.facts.session.zone)}.`,
    source: greenroom,
    strength: "default",
    fixes: [],
  });
}
