import { Temporal } from "temporal-polyfill";
import { standingAnswers, type Standing } from "../../consent/answers";
import { conflictDecision, parental, parentNeeded } from "../../consent/givers";
import { neededScopes, type NeededScope } from "../../consent/scopes";
import { scopeWords } from "../../consent/words";
import type { Participant } from "../../record/participant";
import { countOf, dateInWords, parseDate } from "../../time/words";
import {
  checked,
  fix,
  forApprover,
  noParticipants,
  notApplicable,
  silent,
  wrong,
  type Rule,
  type RuleFinding,
} from "../rule";
import { nspcc, organisationPolicy } from "../sources";
import { nameOf, olderThan, type View } from "../view";

export const consented: Rule = {
  id: "R30",
  title: "Young people agree to take part, and to what the session does",
  strength: "consider",
  source: nspcc,
  checks:
    "For each scope that the session uses of a participant: a live yes, on the session's date, from everybody whose answer the policy asks for. A no is simply no. Silence is never a yes.",
  states: "Who recorded an answer states that the person understood.",
  undoneBy:
    "Consent is withdrawn or runs out; the session starts to be recorded or shown again; the platform or another organisation changes; a birth is corrected.",
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

/** Missing consent blocks unless the organisation's policy leaves it to the approver; a no always blocks. */
function gated(view: View, finding: RuleFinding): RuleFinding {
  const labelled = { source: organisationPolicy, strength: "organisation" as const, ...finding };
  if (view.facts.policy.consentGate === "blocks" || finding.kind !== "silent") return labelled;
  const { code, severity: _severity, kind: _kind, ...parts } = labelled;
  return forApprover({ ...parts, subject: `${finding.subject}:${code}` });
}

function participantFindings(view: View, participant: Participant): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const needed of neededScopes(view, participant)) {
    const found = scopeFindings(view, participant, needed);
    findings.push(...found);
    const stays = needed.scope === "take_part" && found.some((finding) => finding.kind === "wrong");
    if (stays) break;
  }
  return findings;
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
  return [
    ...ownFindings(view, about, own, needed),
    ...parentFindings(view, about, { own, parents, decided, asked, answers }, needed),
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
};

function parentFindings(view: View, about: About, state: Parents, needed: NeededScope): RuleFinding[] {
  const { own, parents, decided, asked } = state;
  const counting = decided ? parents.filter(({ event }) => event.giver.id === decided) : parents;
  const ownDecides = decided !== null && own?.event.giver.id === decided;
  if (ownDecides) return [];
  const yes = counting.filter(({ counts }) => counts === "yes");
  const no = counting.filter(({ counts }) => counts !== "yes");
  const first = no[0];
  if (first && (yes.length > 0 || (!asked && own))) return [about.conflict()];
  if (!asked) return [];
  if (first) return [first.counts === "unconfirmed" ? about.unconfirmed() : about.parentRefused()];
  const best = yes[0];
  if (!best) return [about.parentMissing(state.answers)];
  const checkedAnswers = yes.map((answer) => validity(view, about, answer, needed));
  return checkedAnswers.find((found) => found.length === 0) ?? checkedAnswers[0] ?? [];
}

/** A yes counts while it lasts, about what was asked, and naming whom it must name. */
function validity(view: View, about: About, { event }: Standing, needed: NeededScope): RuleFinding[] {
  const until = needed.until ? parseDate(needed.until) : view.endDate;
  const lasts = event.validUntil === null ? null : parseDate(event.validUntil);
  if (needed.organisation && !event.organisations.includes(needed.organisation))
    return [about.notNamed(needed.organisation)];
  if (lasts && Temporal.PlainDate.compare(lasts, until) < 0) return [about.expired(lasts, until)];
  if (olderThan(event.at, view.platformsSince)) return [about.outdated("the platform changed")];
  if (olderThan(event.at, needed.since)) return [about.outdated("recording was switched on")];
  return [];
}

/** The sentences about one participant and one scope. */
class About {
  readonly subject: string;
  private readonly name: string;
  private readonly what: string;
  private readonly record;
  constructor(
    private readonly participant: Participant,
    private readonly needed: NeededScope,
  ) {
    const organisation = needed.organisation ? `:${needed.organisation}` : "";
    this.subject = `participant:${participant.id}:${needed.scope}${organisation && this.isOutside() ? ":organiser" : ""}`;
    this.name = nameOf(participant);
    this.what = scopeWords[needed.scope];
    this.record = fix("Record the answer", "consent", participant.id);
  }
  private isOutside(): boolean {
    return this.needed.organisation !== null;
  }
  private without() {
    const off: Partial<Record<string, ReturnType<typeof fix>>> = {
      camera: fix(`turn ${this.name}'s camera off`, "participants", this.participant.id),
      voice: fix(`turn ${this.name}'s microphone off`, "participants", this.participant.id),
      name_shown: fix(`show no name for ${this.name}`, "participants", this.participant.id),
      chat: fix("close the chat", "platform"),
      recording_kept: fix("turn recording off", "platform"),
      images: fix("take no photos", "platform"),
    };
    return (
      off[this.needed.scope] ??
      fix(
        `let ${this.name} take part without being seen, heard or named`,
        "participants",
        this.participant.id,
      )
    );
  }
  notAsked(): RuleFinding {
    return silent("not_asked", {
      subject: this.subject,
      headline: `${this.name} has not been asked to ${this.what}`,
      message: "Silence is never a yes.",
      fixes: [this.record],
    });
  }
  refused(answer: "no" | "withdrawn"): RuleFinding {
    const taken = answer === "withdrawn";
    return wrong(taken ? "withdrawn" : "refused", {
      subject: this.subject,
      headline:
        this.needed.scope === "take_part"
          ? `${this.name} does not want to take part`
          : `${this.name} has not agreed to ${this.what}`,
      message: taken
        ? "They changed their mind. Nobody asks them to change it back."
        : "They said no. Nobody asks them to change it.",
      fixes:
        this.needed.scope === "take_part"
          ? [fix(`Take ${this.name} off the list`, "participants", this.participant.id)]
          : [this.without()],
    });
  }
  unconfirmed(): RuleFinding {
    return wrong("yes_not_confirmed", {
      subject: this.subject,
      headline: `A yes for ${this.name} follows a no`,
      message: "It counts once a worker who has spoken with the person confirms it.",
      fixes: [fix("Confirm it, if you spoke with them", "consent", this.participant.id)],
    });
  }
  parentRefused(): RuleFinding {
    return wrong("refused", {
      subject: this.subject,
      headline: `A parent or carer has not agreed that ${this.name} may ${this.what}`,
      message: "Their answer is needed at this age.",
      fixes: [this.without()],
    });
  }
  parentMissing(answers: Standing[]): RuleFinding {
    const others = answers.some(({ event }) => event.giver.relationship !== "self");
    const fixes = [
      fix("Record a parent or carer's answer, where contact is safe", "consent", this.participant.id),
      fix(
        "or ask the safeguarding lead whether they can decide for themselves",
        "consent",
        this.participant.id,
      ),
    ];
    if (others) {
      return wrong("giver_not_allowed", {
        subject: this.subject,
        headline: `Somebody answered for ${this.name} who cannot`,
        message: "Only a person or an authority with parental responsibility can.",
        fixes,
      });
    }
    return silent("parent_not_asked", {
      subject: this.subject,
      headline: `No parent or carer has agreed that ${this.name} may ${this.what}`,
      message: "Your organisation asks for it at this age.",
      fixes,
    });
  }
  onlyThemselves(): RuleFinding {
    return wrong("giver_not_allowed", {
      subject: this.subject,
      headline: `Somebody else answered for ${this.name}`,
      message: "People of 18 and over answer for themselves.",
      fixes: [this.record],
    });
  }
  conflict(): RuleFinding {
    return wrong("conflict", {
      subject: this.subject,
      headline: `Answers about ${this.name} differ`,
      message: "A safeguarding lead who neither plans nor hosts decides whose answer counts.",
      fixes: [fix("Ask the safeguarding lead", "consent", this.participant.id), this.without()],
    });
  }
  notNamed(organisation: string): RuleFinding {
    return wrong("organisation_not_named", {
      subject: this.subject,
      headline: `${this.name} was not told about ${organisation}`,
      message: "The question has to name every organisation that it is about.",
      fixes: [fix("Ask again, naming it", "consent", this.participant.id)],
    });
  }
  expired(lasts: Temporal.PlainDate, until: Temporal.PlainDate): RuleFinding {
    return wrong("expired", {
      subject: this.subject,
      headline: `${this.name}'s agreement to ${this.what} does not last long enough`,
      message: `It holds until ${dateInWords(lasts)}; ${dateInWords(until)} is needed.`,
      fixes: [fix("Ask again", "consent", this.participant.id)],
    });
  }
  outdated(why: string): RuleFinding {
    return silent("asked_before_change", {
      subject: this.subject,
      headline: `${this.name} needs to be asked again about whether to ${this.what}`,
      message: `Since they answered, ${why}.`,
      fixes: [this.record],
    });
  }
}
