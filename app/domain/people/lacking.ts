import type { Finding, Readiness } from "../readiness/result";
import type { Participant } from "../record/participant";

const aboutThePerson = ["R08", "R25"];
const aboutTheBriefing = ["R15", "R16", "R17", "R18", "R19", "R20", "R21"];

export type Lacking = {
  /** What is missing or wrong in what is recorded of the person: what blocks comes first. */
  person: { text: string; blocks: boolean; wrong: boolean }[];
  /** How many answers are missing or stand in the way. */
  answers: number;
  /** Not briefed, not on every point, or not since something changed. */
  briefing: boolean;
};

/** What readiness still asks about one participant. */
export function lackingOf(readiness: Readiness, { id }: Participant): Lacking {
  const whole = `participant:${id}`;
  const findings = (rules: string[]): Finding[] =>
    readiness.requirements
      .filter((requirement) => rules.includes(requirement.id))
      .flatMap((requirement) => requirement.findings)
      .filter(({ subject }) => subject === whole || subject.startsWith(`${whole}:`));
  const blocking = (rules: string[]) => findings(rules).filter(({ severity }) => severity === "blocks");
  return {
    person: findings(aboutThePerson)
      .map(({ headline, severity, kind }) => ({
        text: headline,
        blocks: severity === "blocks",
        wrong: kind === "wrong",
      }))
      .sort((a, b) => Number(b.blocks) - Number(a.blocks)),
    answers: blocking(["R30"]).length,
    briefing: blocking(aboutTheBriefing).length > 0,
  };
}

/** Whether nothing at all is missing. */
export function isComplete({ person, answers, briefing }: Lacking): boolean {
  return person.length === 0 && answers === 0 && !briefing;
}
