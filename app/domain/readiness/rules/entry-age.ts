import type { Temporal } from "temporal-polyfill";
import { standingAnswers } from "../../consent/answers";
import { parental } from "../../consent/givers";
import { ageLimitOn } from "../../platforms/age-limit";
import type { Participant } from "../../record/participant";
import { advice, fix, silent, wrong, type RuleFinding } from "../rule";
import { girlguiding, platformTerms } from "../sources";
import type { LinkedMode, View } from "../view";

export type Person = { participant: Participant; name: string; age: number; subject: string };

/** What lets somebody take part who is too young for the way they join. */
export function waysOut({ participant, name }: Person) {
  return [
    fix(`Let ${name} watch with you in the room`, "participants", participant.id),
    fix("choose another platform", "platform"),
    fix("move the session to a later date", "details"),
  ];
}

function tooYoung(code: string, person: Person, limit: string): RuleFinding {
  return wrong(code, {
    subject: person.subject,
    headline: `${person.name} is too young for this platform`,
    message: `${person.name} will be ${person.age} on the day. ${limit} A parent's agreement does not change that.`,
    source: platformTerms,
    strength: "platform",
    fixes: waysOut(person),
  });
}

/** The age of somebody against the limit for the way in which they join the first platform of the chain. */
export function entryFindings(
  view: View,
  { mode }: LinkedMode,
  person: Person,
  on: Temporal.PlainDate,
): RuleFinding[] {
  const route = person.participant.accessRoute;
  if (route === "in_room") return [];
  const terms = ageLimitOn(mode, "terms", on);
  const account = ageLimitOn(mode, "account", on);
  const limit = route === "guest_link" ? terms : account;
  const adultsOnly = [terms, account].filter((age) => typeof age === "number").find((age) => age >= 18);
  if (adultsOnly !== undefined && person.age < adultsOnly)
    return [tooYoung("under_platform_age", person, `${mode.name} is for ${adultsOnly} and over.`)];
  if (limit === "unknown") {
    return [
      wrong("age_limit_unknown", {
        subject: person.subject,
        headline: `Whether ${person.name} is old enough is not known`,
        message: `The age limit of ${mode.name} is not on record.`,
        fixes: [fix("Record the age limit", "platform_record", mode.id)],
      }),
    ];
  }
  if (route === "parent_account") return parentAccount(view, mode, person, limit);
  if (limit === "none" || person.age >= limit) return [];
  return [tooYoung("under_platform_age", person, `${mode.name} is for ${limit} and over.`)];
}

/**
 * Joining through a parent's account is Greenroom's own allowance, where the platform's terms leave room for it and a
 * parent or carer has agreed that the young person takes part.
 */
function parentAccount(
  view: View,
  mode: LinkedMode["mode"],
  person: Person,
  limit: number | "none",
): RuleFinding[] {
  if (limit === "none" || person.age >= limit) return [];
  if (!mode.parentAccountAllowed) {
    return [
      tooYoung(
        "parent_account_not_allowed",
        person,
        `${mode.name} is for ${limit} and over, also through a parent's account.`,
      ),
    ];
  }
  const agreed = standingAnswers(view, person.participant, "take_part").some(
    ({ event, counts }) => counts === "yes" && parental.includes(event.giver.relationship),
  );
  if (!agreed) {
    return [
      silent("parent_account_without_parent", {
        subject: person.subject,
        headline: `No parent or carer has agreed that ${person.name} joins through their account`,
        message: `${person.name} will be ${person.age} on the day, below the ${limit} of ${mode.name}.`,
        source: girlguiding,
        strength: "default",
        fixes: [
          fix("Record a parent or carer's answer, where contact is safe", "consent", person.participant.id),
          ...waysOut(person),
        ],
      }),
    ];
  }
  return [
    advice("parent_account_used", {
      subject: person.subject,
      headline: `${person.name} joins through a parent's or carer's account`,
      message: `${person.name} will be ${person.age} on the day, below the ${limit} of ${mode.name}. Youth organisations join in this way with a parent or carer beside the child.`,
      source: girlguiding,
      strength: "default",
      fixes: [],
    }),
  ];
}
