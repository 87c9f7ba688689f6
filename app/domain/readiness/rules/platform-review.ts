import { Temporal } from "temporal-polyfill";
import { limitsOn } from "../../platforms/age-limit";
import { newestReview } from "../../platforms/review-due";
import { dateInWords, listInWords, parseDate } from "../../time/words";
import { checked, fix, silent, wrong, type Rule, type RuleFinding } from "../rule";
import { organisationPolicy, youthAccess } from "../sources";
import type { LinkedMode, View } from "../view";

/** Said by every rule about platforms while none is chosen. */
export function noPlatform(): RuleFinding {
  return silent("no_platform", {
    subject: "session",
    headline: "No platform has been chosen yet",
    message: "This can only be checked once you have chosen where the session happens.",
    fixes: [fix("Choose a platform", "platform")],
  });
}

/** The newest review of a mode and the last day on which it still counts. */
export function reviewOf(view: View, { mode }: LinkedMode) {
  return newestReview(mode, view.facts.policy.platformReviewMonths);
}

export const platformKnown: Rule = {
  id: "R07",
  title: "Each platform's workings and age limits have been checked",
  strength: "do",
  source: youthAccess,
  checks:
    "Each platform mode was reviewed within the organisation's interval, on the session's date, and its age limits are on record.",
  states: "I have checked this platform's current rules.",
  undoneBy: "The review falls due; the platform or mode changes; a rule of the platform changes.",
  check: (view) => {
    const results = view.modes.map((linked) => ({ linked, reviewed: reviewOf(view, linked) }));
    const findings = results.flatMap(({ linked, reviewed }) => [
      ...reviewFindings(view, linked, reviewed?.due ?? null),
      ...blankAges(view, linked),
    ]);
    if (view.modes.length === 0) findings.push(noPlatform());
    return checked(
      listInWords(
        results.flatMap(({ linked, reviewed }) =>
          reviewed
            ? [`${linked.mode.name} was checked on ${dateInWords(parseDate(reviewed.review.reviewedOn))}`]
            : [],
        ),
      ) + ".",
      findings,
      results.flatMap(({ reviewed }) => (reviewed ? [view.lastStart(reviewed.due)] : [])),
    );
  },
};

function reviewFindings(view: View, { mode }: LinkedMode, due: Temporal.PlainDate | null): RuleFinding[] {
  const parts = {
    subject: `mode:${mode.id}`,
    fixes: [fix("Check the platform's current rules", "platform_record", mode.id)],
  };
  if (!due) {
    return [
      silent("review_missing", {
        ...parts,
        headline: `Nobody has checked ${mode.name} yet`,
        message: "Somebody reads the platform's current rules and records the day.",
      }),
    ];
  }
  if (Temporal.PlainDate.compare(view.endDate, due) <= 0) return [];
  return [
    wrong("review_overdue", {
      ...parts,
      headline: `${mode.name} needs to be checked again`,
      message: `The last check is good until ${dateInWords(due)}, before the session.`,
      source: organisationPolicy,
      strength: "organisation",
    }),
  ];
}

/** "Unknown" is an answer here, which then stops whoever it matters to (R08); a blank is not. */
function blankAges(view: View, { mode }: LinkedMode): RuleFinding[] {
  const blank = (["account", "terms"] as const).some(
    (kind) => limitsOn(mode, kind, view.startDate).length === 0,
  );
  if (!blank) return [];
  return [
    silent("age_limit_missing", {
      subject: `mode:${mode.id}`,
      headline: `The age limits of ${mode.name} are not recorded`,
      message: "Look them up in the platform's own terms.",
      fixes: [fix("Record the age limits", "platform_record", mode.id)],
    }),
  ];
}
