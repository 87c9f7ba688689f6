import { Temporal } from "temporal-polyfill";
import { bestCheck, forChildren, levelSuffices, trainingDue } from "../../people/standing";
import { dateInWords } from "../../time/words";
import { fix, silent, wrong, type RuleFinding } from "../rule";
import { greenroom, organisationPolicy } from "../sources";
import type { AssignedAdult, View } from "../view";

const organisation = { source: organisationPolicy, strength: "organisation" as const };

/** Everything that keeps one assigned adult from counting: age, vetting, training, being stood down, being elsewhere. */
export function adultFindings(view: View, entry: AssignedAdult): RuleFinding[] {
  return [
    ...ageFindings(entry),
    ...vettingFindings(view, entry),
    ...trainingFindings(view, entry),
    ...elsewhereFindings(view, entry),
  ];
}

/** 18 or over, cleared and in date through the session's local end date: what it takes to be counted. */
export function counts(view: View, entry: AssignedAdult): boolean {
  return (
    [...ageFindings(entry), ...vettingFindings(view, entry), ...trainingFindings(view, entry)].length === 0
  );
}

/** The last start dates on which an adult's vetting and training still hold. */
export function adultGoodUntil(view: View, { adult, assignment }: AssignedAdult): Temporal.PlainDate[] {
  const due = [
    bestCheck(adult, view.facts.policy, assignment.role)?.due ?? null,
    trainingDue(adult, view.facts.policy),
  ];
  return due.filter((date): date is Temporal.PlainDate => date !== null).map(view.lastStart);
}

function about({ adult }: AssignedAdult) {
  return { subject: `adult:${adult.id}` };
}

function record({ adult }: AssignedAdult, text: string) {
  return fix(text, "adult_record", adult.id);
}

function ageFindings(entry: AssignedAdult): RuleFinding[] {
  const { adult } = entry;
  if (adult.stoodDownAt) {
    return [
      wrong("stood_down", {
        ...about(entry),
        ...organisation,
        headline: `${adult.name} does not work with young people at present`,
        message: "Choose somebody else. No reason is held here.",
        fixes: [fix("Choose another adult", "adults")],
      }),
    ];
  }
  if (!adult.over18) {
    return [
      silent("over_18_not_stated", {
        ...about(entry),
        source: greenroom,
        strength: "default",
        headline: `Nobody has stated that ${adult.name} is 18 or over`,
        message: "Adults who watch over young people are 18 or over.",
        fixes: [record(entry, "State it")],
      }),
    ];
  }
  if (adult.over18.answer) return [];
  return [
    wrong("under_18", {
      ...about(entry),
      source: greenroom,
      strength: "default",
      headline: `${adult.name} is under 18`,
      message: "A person under 18 cannot take an adult's role.",
      fixes: [fix("Choose another adult", "adults")],
    }),
  ];
}

function vettingFindings(view: View, entry: AssignedAdult): RuleFinding[] {
  const { adult, assignment } = entry;
  const best = bestCheck(adult, view.facts.policy, assignment.role);
  const parts = { ...about(entry), ...organisation };
  if (!best) {
    return [
      silent("vetting_missing", {
        ...parts,
        headline: `${adult.name} has no vetting check on record`,
        message: "Record the scheme, the level and the date; never the certificate.",
        fixes: [record(entry, "Record the check")],
      }),
    ];
  }
  if (!best.check.clearedForRole) {
    return [
      wrong("not_cleared", {
        ...parts,
        headline: `${adult.name} is not cleared`,
        message: "The organisation has not cleared this adult.",
        fixes: [record(entry, "Record the decision"), fix("choose another adult", "adults")],
      }),
    ];
  }
  if (!forChildren(best.check)) return [workforceFinding(entry, best.check.workforce)];
  if (!levelSuffices(best.check, assignment.role, view.facts.policy)) {
    return [
      wrong("vetting_level_too_low", {
        ...parts,
        headline: `${adult.name}'s check is not the one this role needs`,
        message: "The organisation has decided which level each role needs.",
        fixes: [record(entry, "Record the right check"), fix("choose another adult", "adults")],
      }),
    ];
  }
  if (Temporal.PlainDate.compare(view.endDate, best.due) <= 0) return [];
  return [
    wrong("recheck_overdue", {
      ...parts,
      headline: `${adult.name}'s vetting re-check falls due before the session`,
      message: `The check is good until ${dateInWords(best.due)}; the session ends on ${dateInWords(view.endDate)}.`,
      fixes: [record(entry, "Record a new check or a status check"), fix("choose another adult", "adults")],
    }),
  ];
}

/** A check for work with adults says nothing about children, and one of which nobody knows has not been looked at. */
function workforceFinding(
  entry: AssignedAdult,
  workforce: AssignedAdult["adult"]["vetting"][number]["workforce"],
): RuleFinding {
  const { name } = entry.adult;
  const parts = { ...about(entry), ...organisation };
  if (workforce === null) {
    return silent("workforce_missing", {
      ...parts,
      headline: `It is not recorded whether ${name}'s check covers work with children`,
      message: "A check is for work with children, with adults or with both.",
      fixes: [record(entry, "Record the check with it")],
    });
  }
  return wrong("checked_for_adults_only", {
    ...parts,
    headline: `${name}'s check is for work with adults only`,
    message: "It does not clear them for work with children.",
    fixes: [record(entry, "Record a check for work with children"), fix("choose another adult", "adults")],
  });
}

function trainingFindings(view: View, entry: AssignedAdult): RuleFinding[] {
  const due = trainingDue(entry.adult, view.facts.policy);
  const parts = { ...about(entry), ...organisation };
  if (!due) {
    return [
      silent("training_missing", {
        ...parts,
        headline: `${entry.adult.name} has no safeguarding training on record`,
        message: "Record what it was and when.",
        fixes: [record(entry, "Record the training")],
      }),
    ];
  }
  if (Temporal.PlainDate.compare(view.endDate, due) <= 0) return [];
  return [
    wrong("training_overdue", {
      ...parts,
      headline: `${entry.adult.name}'s training falls due before the session`,
      message: `It is good until ${dateInWords(due)}.`,
      fixes: [record(entry, "Record new training"), fix("choose another adult", "adults")],
    }),
  ];
}

function elsewhereFindings(view: View, entry: AssignedAdult): RuleFinding[] {
  const overlaps = entry.adult.otherSessions.some(
    (other) =>
      Temporal.Instant.compare(Temporal.Instant.from(other.startsAt), view.end) < 0 &&
      Temporal.Instant.compare(Temporal.Instant.from(other.endsAt), view.start) > 0,
  );
  if (!overlaps) return [];
  return [
    wrong("double_booked", {
      ...about(entry),
      source: greenroom,
      strength: "default",
      headline: `${entry.adult.name} is in another session at that time`,
      message: "Nobody can look after two sessions at once.",
      fixes: [fix("Choose another adult", "adults"), fix("move the session", "details")],
    }),
  ];
}
