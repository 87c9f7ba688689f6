import type { Temporal } from "temporal-polyfill";
import type { BriefingPoint } from "../../record/fields";
import type { Participant } from "../../record/participant";
import { fix, silent, wrong, type Rule, type RuleFinding } from "../rule";
import { nspcc } from "../sources";
import { nameOf, olderThan, type View } from "../view";
import { eachParticipant, notBriefed, outdated } from "./each-briefing";
import { supportFindings } from "./support-contact";

type Point = {
  id: string;
  title: string;
  point: BriefingPoint;
  told: string;
  checks: string;
  undoneBy: string;
  /** Why a briefing given before that moment no longer counts for this point. */
  since?: (view: View) => { at: Temporal.Instant | string | null; why: string }[];
  /** An answer that makes telling unnecessary. */
  settled?: (view: View) => string | null;
  also?: (view: View) => RuleFinding[];
};

function pointRule({ point, told, since, settled, also, ...words }: Point): Rule {
  return {
    ...words,
    strength: "do",
    source: nspcc,
    states: "Ticked for each young person by who briefed them.",
    check: (view) => {
      const answer = settled?.(view);
      const check = eachParticipant(
        view,
        answer ?? `Every young person was told ${told}.`,
        point,
        (participant, briefings) => {
          if (answer) return [];
          const changes = since?.(view) ?? [];
          const changedSince = briefings
            .filter((briefing) => briefing.points.includes(point))
            .map((briefing) => changes.find((change) => olderThan(briefing.briefedAt, change.at)));
          if (changedSince.includes(undefined)) return [];
          if (changedSince[0]) return [outdated(participant, changedSince[0].why)];
          return [briefings.length > 0 ? pointMissing(participant, told) : notBriefed(view, participant)];
        },
      );
      return check.applies && also ? { ...check, findings: [...check.findings, ...also(view)] } : check;
    },
  };
}

function pointMissing(participant: Participant, told: string): RuleFinding {
  return silent("point_missing", {
    subject: `participant:${participant.id}`,
    headline: `${nameOf(participant)} has not been told ${told}`,
    message: "The briefing left this out.",
    fixes: [fix("Record the briefing", "briefing", participant.id)],
  });
}

function platformChange(view: View) {
  return { at: view.platformsSince, why: "the platform changed" };
}

export const understandsLive = pointRule({
  id: "R16",
  title: "They understand that it is live",
  point: "live",
  told: "that it is live",
  checks: "The point is ticked for each participant.",
  undoneBy: "A participant is added; the briefing changes its meaning.",
});

export const understandsComments = pointRule({
  id: "R17",
  title: "They know that comments are seen by others and may stay",
  point: "comments",
  told: "that others see comments, which probably cannot be edited or deleted",
  checks:
    "The point is ticked for each participant since the platform was chosen and the chat switched on. “The chat is off” is an answer.",
  undoneBy:
    "A participant is added; the platform changes; the chat is switched on; the briefing changes its meaning.",
  settled: (view) => (view.facts.session.media.chat.value === "off" ? "The chat is off." : null),
  since: (view) => [
    platformChange(view),
    { at: view.facts.session.media.chat.since, why: "the chat was opened" },
  ],
});

export const noPersonalInformation = pointRule({
  id: "R18",
  title: "They are reminded not to share personal information",
  point: "personal_information",
  told: "not to share personal information",
  checks: "The point is ticked for each participant.",
  undoneBy: "A participant is added; the briefing changes its meaning.",
});

export const noUnknownContacts = pointRule({
  id: "R19",
  title: "They are reminded not to answer people they do not know",
  point: "contact_requests",
  told: "not to respond to contact requests from people they do not know",
  checks: "The point is ticked for each participant.",
  undoneBy: "A participant is added; the briefing changes its meaning.",
});

export const needNotDonate = pointRule({
  id: "R20",
  title: "They know that nobody has to donate",
  point: "donations",
  told: "that they do not have to give money",
  checks:
    "The point is ticked for each participant since the platform was chosen and donations switched on, and the setting is known where the platform can ask for money.",
  undoneBy:
    "A participant is added; the platform or the donation setting changes; the briefing changes its meaning.",
  since: (view) => {
    const { donations } = view.facts.session.media;
    return [
      platformChange(view),
      ...(donations.value === "on" ? [{ at: donations.since, why: "donations were switched on" }] : []),
    ];
  },
  also: (view) => {
    const possible = view.modes.some(({ mode }) => mode.donations !== "none");
    if (!view.hosting || !possible || view.facts.session.media.donations.value !== "not_known") return [];
    return [
      wrong("donations_not_known", {
        subject: "session",
        headline: "Whether the stream asks for money is not known",
        message: "Look at the platform's setting.",
        fixes: [fix("Record the setting", "shown")],
      }),
    ];
  },
});

export const knowsWhoToTell = pointRule({
  id: "R21",
  title: "They know who to go to if something upsets them",
  point: "who_to_tell",
  told: "who to go to if something upsets them",
  checks:
    "The point is ticked for each participant, and a support contact of this session has confirmed and can be reached.",
  undoneBy:
    "The support contact changes; the session moves; a participant is added; the briefing changes its meaning.",
  also: (view) => supportFindings(view),
});
