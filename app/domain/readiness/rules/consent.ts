import { isAskedAgain, isToldOtherwise } from "../../consent/asked-again";
import { standingAnswers, type Standing } from "../../consent/answers";
import { answersDiffer } from "../../consent/decisions";
import { shortfall } from "../../consent/enough";
import { competenceReaches, conflictDecision, parental, parentNeeded } from "../../consent/givers";
import { neededScopes, type NeededScope } from "../../consent/scopes";
import type { Participant } from "../../record/participant";
import { countOf } from "../../time/words";
import { checked, forApprover, noParticipants, notApplicable, type Rule, type RuleFinding } from "../rule";
import { nspcc, organisationPolicy } from "../sources";
import type { View } from "../view";
import { About } from "./consent-findings";

export const consented: Rule = {
  id: "R30",
  title: "Young people agree to take part, and to what the session does",
  strength: "consider",
  source: nspcc,
  checks:
    "For each scope that the session uses of a participant: a live yes, on the session's date, from everybody whose answer the policy asks for. A no is simply no. Silence is never a yes.",
  states: "Who recorded an answer states that the person understood.",
  undoneBy:
    "Consent is withdrawn or runs out; a question changes its meaning and the answers to it are ended; the session starts to be recorded or shown again; the platform or another organisation changes; a birth is corrected.",
  check: (view) => {
    if (!view.named) return notApplicable("The audience is not named, and no child takes part.");
    if (view.participants.length === 0) return checked("", [noParticipants()]);
    const findings = view.participants.flatMap((participant) => participantFindings(view, participant));
    const words = countOf(view.participants.length, "young person", "young people");
    return checked(
      `${words} agreed to everything that the session does with them.`,
      findings.map((finding) => gated(view, finding)),
    );
  },
};

/**
 * A parent or carer who was not asked blocks unless the organisation's policy leaves that to the approver. A no always
 * blocks, and so does a young person's own silence.
 */
function gated(view: View, finding: RuleFinding): RuleFinding {
  const labelled = { source: organisationPolicy, strength: "organisation" as const, ...finding };
  if (view.facts.policy.consentGate === "blocks" || finding.code !== "parent_not_asked") return labelled;
  const { code, severity: _severity, kind: _kind, ...parts } = labelled;
  return forApprover({ ...parts, subject: `${finding.subject}:${code}` });
}

function participantFindings(view: View, participant: Participant): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const needed of neededScopes(view, participant)) {
    const found = scopeFindings(view, participant, needed);
    findings.push(...(found.length > 0 ? found : askedAgain(view, participant, needed)));
    const stays = needed.scope === "take_part" && found.some((finding) => finding.kind === "wrong");
    if (stays) break;
  }
  return findings;
}

/**
 * What stands, and is asked again: a yes to a question that means something else now, or beside which something else is told
 * now, until it is given anew.
 */
function askedAgain(view: View, participant: Participant, needed: NeededScope): RuleFinding[] {
  const answers = standingAnswers(view, participant, needed.scope).map(({ event }) => event);
  const about = new About(participant, needed);
  if (answers.some((event) => isAskedAgain(view, event))) return [about.askedAgain("The question means")];
  const told = answers.some((event) => isToldOtherwise(view, event));
  return told ? [about.askedAgain("What is told beside the question is")] : [];
}

function scopeFindings(view: View, participant: Participant, needed: NeededScope): RuleFinding[] {
  const age = view.ageOf(participant);
  const answers = standingAnswers(view, participant, needed.scope);
  const own = answers.find(({ event }) => event.giver.relationship === "self") ?? null;
  const about = new About(participant, needed);
  if (own && (own.counts === "no" || own.counts === "withdrawn")) return [about.refused(own.counts)];
  if (own?.counts === "unconfirmed") return [about.unconfirmed()];
  if (age !== null && age >= 18) {
    return own || answers.length === 0 ? ownFindings(view, about, own, needed) : [about.onlyThemselves()];
  }

  const parents = answers.filter(({ event }) => parental.includes(event.giver.relationship));
  const decided = conflictDecision(view, participant, needed.scope);
  const asked = parentNeeded(view, participant, age ?? 0, needed.scope);
  const competencePossible = competenceReaches(view, age ?? 0, needed.scope);
  return [
    ...ownFindings(view, about, own, needed),
    ...parentFindings(view, about, { own, parents, decided, asked, answers, competencePossible }, needed),
  ];
}

function ownFindings(view: View, about: About, own: Standing | null, needed: NeededScope): RuleFinding[] {
  return own ? validity(view, about, own, needed) : [about.notAsked()];
}

type Parents = {
  own: Standing | null;
  parents: Standing[];
  decided: string | null;
  asked: boolean;
  answers: Standing[];
  /** Whether a safeguarding lead could decide that the young person answers alone. */
  competencePossible: boolean;
};

/**
 * What parents' and carers' answers mean beside the young person's. Where the policy asks for one, a decision on whose
 * answer counts settles a disagreement and never stands in for a yes that nobody gave.
 */
function parentFindings(view: View, about: About, state: Parents, needed: NeededScope): RuleFinding[] {
  const { own, parents, decided, asked } = state;
  const no = parents.find(({ counts }) => counts !== "yes");
  if (no && answersDiffer({ own, parents, asked })) {
    if (own?.event.giver.id === decided) return [];
    const counting = parents.find(({ event }) => event.giver.id === decided);
    if (!counting) return [about.conflict()];
    return counting.counts === "yes" ? validity(view, about, counting, needed) : [notGiven(about, counting)];
  }
  if (!asked) return [];
  if (no) return [notGiven(about, no)];
  if (parents.length === 0) return [about.parentMissing(state.answers, state.competencePossible)];
  const found = parents.map((answer) => validity(view, about, answer, needed));
  return found.some((findings) => findings.length === 0) ? [] : found.flat().slice(0, 1);
}

function notGiven(about: About, { counts }: Standing): RuleFinding {
  return counts === "unconfirmed" ? about.unconfirmed() : about.parentRefused();
}

function validity(view: View, about: About, { event }: Standing, needed: NeededScope): RuleFinding[] {
  const short = shortfall(view, event, needed);
  if (!short) return [];
  if (short.why === "not_named") return [about.notNamed(short.organisation)];
  if (short.why === "ends_before") return [about.expired(short.lasts, short.until)];
  return [about.outdated(sinceThen[short.why])];
}

const sinceThen = {
  other_words: "the question means something else",
  other_platform: "the platform changed",
  switched_on: "recording was switched on",
};
