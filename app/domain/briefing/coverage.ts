import { Temporal } from "temporal-polyfill";
import type { Readiness } from "../readiness/result";
import { nameOf, type View } from "../readiness/view";
import type { Briefing } from "../record/participant";
import { newestOf } from "../time/order";
import { instantInWords } from "../time/words";

const briefingRules = ["R15", "R16", "R17", "R18", "R19", "R20", "R21"];

export type Covered = {
  id: string;
  code: string;
  name: string;
  /** Briefed on every point, and nothing has changed since. */
  covered: boolean;
  /** Why not, each reason once. */
  why: string[];
  /** The newest briefing in words; null before the first. */
  last: string | null;
  needs: boolean;
};

/** Who has had the briefing, and for whom it is missing, incomplete or out of date, by what readiness finds. */
export function briefingCoverage(view: View, readiness: Readiness): Covered[] {
  const findings = readiness.requirements
    .filter(({ id }) => briefingRules.includes(id))
    .flatMap((requirement) => requirement.findings)
    .filter(({ severity }) => severity === "blocks");
  return view.participants.map((participant) => {
    const own = findings.filter(({ subject }) => subject === `participant:${participant.id}`);
    const newest = newestBriefing(view, participant.id);
    return {
      id: participant.id,
      code: participant.code,
      name: nameOf(participant),
      covered: own.length === 0,
      why: newest
        ? [
            ...new Set(
              own.map(({ code, headline, message }) => (code === "point_missing" ? `${headline}.` : message)),
            ),
          ]
        : [],
      last: newest ? inWords(view, newest) : null,
      needs: participant.needs.length > 0,
    };
  });
}

function newestBriefing(view: View, participantId: string): Briefing | null {
  const own = view.facts.briefings.filter((briefing) => briefing.participantId === participantId);
  return newestOf(own, ({ briefedAt }) => briefedAt);
}

const howWords: Record<Briefing["how"], string> = {
  in_person: "in person",
  phone: "by phone",
  video_call: "by video call",
};

function inWords(view: View, briefing: Briefing): string {
  const at = Temporal.Instant.from(briefing.briefedAt);
  const when = instantInWords(at, view.facts.session.zone);
  const hours = at.until(Temporal.Instant.from(briefing.recordedAt)).total("hours");
  const late = hours > 24 ? ", recorded later" : "";
  return `${when}, ${howWords[briefing.how]}, by ${briefing.briefedBy}${late}`;
}
