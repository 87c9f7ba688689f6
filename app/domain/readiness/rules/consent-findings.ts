import type { Temporal } from "temporal-polyfill";
import type { Standing } from "../../consent/answers";
import type { NeededScope } from "../../consent/scopes";
import { scopeWords } from "../../consent/words";
import type { Participant } from "../../record/participant";
import { dateInWords } from "../../time/words";
import type { ConsentScope } from "../../record/fields";
import type { Fix } from "../result";
import { advice, fix, silent, wrong, type RuleFinding } from "../rule";
import { nameOf } from "../view";

/** The sentences about one participant and one scope. */
export class About {
  readonly subject: string;
  private readonly name: string;
  private readonly what: string;
  private readonly record;
  constructor(
    private readonly participant: Participant,
    private readonly needed: NeededScope,
  ) {
    this.subject = `participant:${participant.id}:${needed.scope}${needed.organisation ? ":organiser" : ""}`;
    this.name = nameOf(participant);
    this.what = scopeWords[needed.scope];
    this.record = fix("Record the answer", "consent", participant.id);
  }
  /** What makes this answer unnecessary, for this young person alone wherever that is possible. */
  private without() {
    const { id } = this.participant;
    if (this.needed.scope === "take_part") return [fix(`Take ${this.name} off the list`, "participants", id)];
    const unseen = fix(`let ${this.name} take part without being seen, heard or named`, "participants", id);
    const off: Partial<Record<ConsentScope, Fix>> = {
      camera: fix(`turn ${this.name}'s camera off`, "participants", id),
      voice: fix(`turn ${this.name}'s microphone off`, "participants", id),
      name_shown: fix(`show no name for ${this.name}`, "participants", id),
      chat: fix(`close the chat for ${this.name}`, "participants", id),
      recording_kept: this.needed.organisation ? undefined : fix("turn recording off", "shown"),
      images: fix("take no photos", "shown"),
    };
    const own = off[this.needed.scope];
    if (!own) return [unseen];
    return this.needed.scope === "recording_kept" || this.needed.scope === "images" ? [own, unseen] : [own];
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
      fixes: this.without(),
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
      fixes: this.without(),
    });
  }
  parentMissing(answers: Standing[], competencePossible: boolean): RuleFinding {
    const others = answers.some(({ event }) => event.giver.relationship !== "self");
    const fixes = [
      fix("Record a parent or carer's answer, where contact is safe", "consent", this.participant.id),
      ...(competencePossible
        ? [
            fix(
              "ask the safeguarding lead whether they can decide for themselves",
              "decision",
              this.participant.id,
            ),
          ]
        : []),
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
      fixes: [fix("Ask the safeguarding lead", "decision", this.participant.id), ...this.without()],
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
  expired(lasts: Temporal.PlainDate, until: Temporal.PlainDate | null): RuleFinding {
    const needed = until ? `${dateInWords(until)} is needed` : "the plan has no last day";
    return wrong("expired", {
      subject: this.subject,
      headline: `${this.name}'s agreement to ${this.what} does not last long enough`,
      message: `It holds until ${dateInWords(lasts)}; ${needed}.`,
      fixes: [fix("Ask again", "consent", this.participant.id)],
    });
  }
  askedAgain(what: "The question means" | "What is told beside the question is"): RuleFinding {
    return advice("asked_again", {
      subject: this.subject,
      headline: `${this.name} is asked again about whether to ${this.what}`,
      message: `${what} something else now. The answer from before stands until it is given anew.`,
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
