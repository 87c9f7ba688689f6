import { dateInWords, parseDate } from "../../time/words";
import { checked, fix, notApplicable, silent, wrong, type Rule, type RuleFinding } from "../rule";
import { greenroom, nspcc } from "../sources";
import { olderThan, type View } from "../view";

const hosted = notApplicable("We host this session ourselves.");
const common = { strength: "conditional" as const, source: nspcc };
const edit = (text: string) => [fix(text, "organiser" as const)];

export const contentKnown: Rule = {
  ...common,
  id: "R31",
  title: "We know what the stream will contain",
  checks: "An outline or running order is on record, with who gave it and when.",
  states: "What the organiser told us.",
  undoneBy: "The organiser changes content or speakers.",
  check: (view) => {
    if (view.hosting) return hosted;
    const content = view.facts.session.organiser?.content ?? null;
    if (content) {
      return checked(
        `${content.source} told us on ${dateInWords(parseDate(content.obtainedOn))}: ${content.outline}`,
        [],
      );
    }
    const missing = silent("content_missing", {
      subject: "session",
      headline: "What the stream will contain is not recorded",
      message: "Ask the organiser for an outline or running order.",
      fixes: edit("Record what the organiser told you"),
    });
    return checked("", [missing]);
  },
};

export const contentSuitable: Rule = {
  ...common,
  id: "R32",
  title: "The content suits the young people who watch",
  checks:
    "Somebody decided that it suits them, after the content was known and the youngest was added. Flagged topics need the safeguarding lead's note.",
  states: "The content suits the young people who watch.",
  undoneBy: "The content changes; a younger participant is added.",
  check: (view) => {
    if (view.hosting) return hosted;
    const organiser = view.facts.session.organiser;
    const decision = organiser?.suitability ?? null;
    const findings: RuleFinding[] = [];
    if (!decision)
      findings.push(
        notDecided("suitability_missing", "Nobody has decided whether the content suits the young people"),
      );
    else if (!decision.suitable) {
      findings.push(
        wrong("not_suitable", {
          subject: "session",
          headline: "The content does not suit the young people who watch",
          message: decision.note ?? "It was decided that this stream is not suitable.",
          fixes: edit("Choose another stream, or record a new decision"),
        }),
      );
    } else if (
      olderThan(decision.recordedAt, organiser?.content?.recordedAt ?? null) ||
      youngerSince(view, decision.recordedAt)
    ) {
      findings.push(notDecided("suitability_outdated", "Look at the content again: something changed since"));
    }
    return checked(suitabilityFact(view), [...findings, ...leadNote(view)]);
  },
};

function suitabilityFact(view: View): string {
  const decision = view.facts.session.organiser?.suitability;
  const ages = view.participants.map(view.ageOf).filter((age): age is number => age !== null);
  const youngest = ages.length > 0 ? `The youngest is ${Math.min(...ages)}.` : "";
  const guidance = decision?.ageGuidance ? ` The stream is meant for ${decision.ageGuidance} and over.` : "";
  return `${youngest}${guidance} It was decided that the content suits them.`.trim();
}

function notDecided(code: string, headline: string): RuleFinding {
  return silent(code, {
    subject: "session",
    headline,
    message: "Compare the outline with the ages of those who watch.",
    fixes: edit("Record the decision"),
  });
}

function youngerSince(view: View, decidedAt: string): boolean {
  const age = (added: boolean) =>
    view.participants.filter((p) => olderThan(decidedAt, p.addedAt) === added).map((p) => view.ageOf(p) ?? 0);
  const known = age(false);
  return age(true).some((added) => added < Math.min(...known));
}

function leadNote(view: View): RuleFinding[] {
  const topic = view.facts.session.topic;
  if (!topic || topic.flags.length === 0) return [];
  const note = view.sessionStatement("lead_content_note");
  if (
    note &&
    note.as === "safeguarding_lead" &&
    note.answer === "yes" &&
    !olderThan(note.recordedAt, topic.changedAt)
  ) {
    return [];
  }
  return [
    silent("lead_note_missing", {
      subject: "session",
      headline: "The safeguarding lead has not looked at a sensitive topic",
      message: `The stream touches on ${topic.flags.join(", ")}. A safeguarding lead says how this is handled.`,
      source: greenroom,
      strength: "default",
      fixes: [fix("Ask the safeguarding lead", "sensitivities")],
    }),
  ];
}

type Told = {
  answer: "yes" | "no" | "not_known";
  toldBy: string | null;
  toldOn: string | null;
  where: string | null;
  until: string | null;
} | null;

function told(value: Told, what: "saved" | "shown again"): RuleFinding[] {
  const parts = { subject: "session", fixes: edit("Record what the organiser told you") };
  const ask = "Ask the organiser, and note who told you and when.";
  if (!value)
    return [
      silent("not_asked", {
        ...parts,
        headline: `Whether the stream will be ${what} is not recorded`,
        message: ask,
      }),
    ];
  if (value.answer === "not_known") {
    return [
      wrong("not_known", {
        ...parts,
        headline: `The organiser has not said whether the stream will be ${what}`,
        message: "It has to be known before young people take part.",
      }),
    ];
  }
  if (!value.toldBy || !value.toldOn || (value.answer === "yes" && !value.where)) {
    return [
      silent("told_by_missing", {
        ...parts,
        headline: `Who said whether the stream will be ${what} is not complete`,
        message: "Record who told you, when and, if yes, where it will be.",
      }),
    ];
  }
  if (what === "saved" && value.answer === "yes" && !value.until) {
    return [
      silent("saved_until_missing", {
        ...parts,
        headline: "How long the stream is kept is not recorded",
        message: "Ask the organiser until when. Young people agree to a recording that has an end.",
      }),
    ];
  }
  return [];
}

export const savingKnown: Rule = {
  ...common,
  id: "R33",
  title: "We know whether the stream will be saved",
  checks:
    "Yes or no, who told us and when; if yes, where and until when. Not known is not an answer. A yes asks for consent to a recording that is kept, naming the organiser.",
  states: "Who told us, and when.",
  undoneBy: "The organiser changes the plan.",
  check: (view) => {
    if (view.hosting) return hosted;
    const saved = view.facts.session.organiser?.saved ?? null;
    return checked(toldFact(saved, "saved"), told(saved, "saved"));
  },
};

export const reuseKnown: Rule = {
  ...common,
  id: "R34",
  title: "We know whether the stream will be rebroadcast or used again",
  checks:
    "Yes or no, who told us and when; if yes, where. Not known is not an answer. A yes asks for consent to showing it again.",
  states: "Who told us, and when.",
  undoneBy: "The organiser changes the plan.",
  check: (view) => {
    if (view.hosting) return hosted;
    const reused = view.facts.session.organiser?.reused ?? null;
    return checked(toldFact(reused, "shown again"), told(reused, "shown again"));
  },
};

function toldFact(value: Told, what: string): string {
  if (!value || value.answer === "not_known") return "";
  return value.answer === "no"
    ? `The stream will not be ${what}.`
    : `The stream will be ${what}: ${value.where ?? ""}${value.until ? `, until ${dateInWords(parseDate(value.until))}` : ""}.`;
}
