import { countOf, listInWords } from "../../time/words";
import { adultsNeeded, childrenByBand } from "../../people/ratio";
import {
  advice,
  checked,
  fix,
  forApprover,
  noParticipants,
  notApplicable,
  silent,
  wrong,
  type Rule,
} from "../rule";
import { greenroom, nspccParents, nspccRatios, swgfl } from "../sources";
import { nameOf, type View } from "../view";
import { counts } from "./adult-findings";

const countedRoles = ["host", "moderator", "observer", "standby", "support_contact"];

/** Distinct adults, 18 or over and in date, who are there for the whole session. Never a guest or the lead on call. */
export function adultsPresent(view: View): string[] {
  const present = view.assigned.filter(
    (entry) =>
      countedRoles.includes(entry.assignment.role) && entry.assignment.present && counts(view, entry),
  );
  return [...new Map(present.map(({ adult }) => [adult.id, adult.name])).values()];
}

export const twoAdults: Rule = {
  id: "B02",
  title: "At least two adults are there for the whole session",
  strength: "default",
  source: nspccRatios,
  checks: "As many distinct adults as the policy asks for, 18 or over and in date, are present throughout.",
  states: null,
  undoneBy: "An adult leaves; a re-check or training falls due.",
  number: "minimumAdults",
  check: (view) => {
    const present = adultsPresent(view);
    const wanted = view.facts.policy.minimumAdults;
    const none = view.assigned.length === 0;
    const missing = (none ? silent : wrong)(none ? "no_adults" : "too_few_adults", {
      subject: "session",
      headline: none
        ? "No adults have been added yet"
        : `${countOf(wanted - present.length, "more adult")} needed`,
      message:
        present.length === 0
          ? `${countOf(wanted, "adult")} have to be there for the whole session.`
          : `Only ${listInWords(present)} ${present.length === 1 ? "counts" : "count"}: two roles of one person are one adult.`,
      fixes: [fix("Add an adult", "adults")],
    });
    return checked(`${listInWords(present)} are there throughout.`, present.length < wanted ? [missing] : []);
  },
};

export const ratio: Rule = {
  id: "B03",
  title: "There are enough adults for the number of children",
  strength: "default",
  source: nspccRatios,
  checks:
    "The children of each age band divided by the children an adult may look after, added up and rounded up. Participants of 18 and over are not counted.",
  states: null,
  undoneBy: "A participant is added; an adult leaves; a birth is corrected; the session moves.",
  number: "ratios",
  check: (view) => {
    if (!view.named) return notApplicable("No child takes part by name.");
    if (view.participants.length === 0) return checked("", [noParticipants()]);
    const unknown = view.participants.filter((participant) => view.ageOf(participant) === null);
    const ages = view.participants.map(view.ageOf).filter((age): age is number => age !== null);
    const bands = childrenByBand(ages, view.facts.policy.ratios);
    const needed = adultsNeeded(bands);
    const present = adultsPresent(view).length;
    const sum = bands.map(
      (band) =>
        `${band.children} aged ${band.fromAge} to ${band.toAge}: 1 adult for ${band.childrenPerAdult}`,
    );
    const words = `${sum.length > 0 ? `${sum.join("; ")}. ` : ""}${countOf(needed, "adult")} needed, ${present} there.`;
    const inBands = bands.reduce((sum, band) => sum + band.children, 0);
    const findings = [
      ...(inBands < ages.filter((age) => age < 18).length
        ? [
            silent("ratio_missing", {
              subject: "organisation",
              headline: "The organisation has no ratio for the age of some children",
              message: "How many children an adult may look after has to be settled for every age below 18.",
              fixes: [fix("Complete the ratios", "organisation")],
            }),
          ]
        : []),
      ...unknown.map((participant) =>
        silent("birth_missing", {
          subject: `participant:${participant.id}`,
          headline: `${nameOf(participant)}'s age is not recorded`,
          message: "How many adults are needed depends on ages.",
          fixes: [fix("Record when they were born", "participants", participant.id)],
        }),
      ),
      ...(present < needed
        ? [
            wrong("ratio_too_low", {
              subject: "session",
              headline: `${countOf(needed - present, "more adult")} needed for this many children`,
              message: words,
              fixes: [fix("Add an adult", "adults")],
            }),
          ]
        : []),
    ];
    return checked(words, findings);
  },
};

export const parentsNotCounted: Rule = {
  id: "B04",
  title: "Parents who come along do not look after other children",
  strength: "default",
  source: nspccParents,
  checks: "Only adults with a record of their own, checked and trained, are counted.",
  states: null,
  undoneBy: "An adult is added or replaced.",
  check: (view) => {
    const unknown = view.facts.session.assignments.filter(
      (assignment) => !view.assigned.some((entry) => entry.assignment.id === assignment.id),
    );
    const findings = unknown.map((assignment) =>
      wrong("no_adult_record", {
        subject: `assignment:${assignment.id}`,
        headline: "Somebody is counted who has no record as an adult",
        message: "Parents and carers count only once they are recruited, checked and trained like others.",
        fixes: [fix("Choose an adult with a record", "adults")],
      }),
    );
    return checked("Everybody counted has a record of their own.", findings);
  },
};

export const notOneToOne: Rule = {
  id: "B13",
  title: "Nobody is one to one with a young person",
  strength: "default",
  source: swgfl,
  checks: "A session with a single participant needs the approver's reason.",
  states: "Why one participant is right here.",
  undoneBy: "Participants are added or removed.",
  check: (view) => {
    const [only, ...others] = view.participants;
    if (!only || others.length > 0) return notApplicable("There is not just one participant.");
    return checked("One young person takes part.", [
      forApprover({
        subject: "session",
        headline: "Only one young person takes part",
        message: `${nameOf(only)} would be the only one. The approver is asked to accept this, with a reason.`,
        fixes: [fix("Add participants", "participants")],
      }),
    ]);
  },
};

export const mixedAges: Rule = {
  id: "B40",
  title: "Adults who take part are not mixed unawares with children",
  strength: "default",
  source: greenroom,
  checks:
    "Says so when participants of 18 and over take part together with younger ones, above all in one chat.",
  states: null,
  undoneBy: "A participant is added; the chat is opened.",
  check: (view) => {
    if (!view.named) return notApplicable("No child takes part by name.");
    const ages = view.participants.map(view.ageOf).filter((age): age is number => age !== null);
    const grown = ages.filter((age) => age >= 18).length;
    const sharedChat =
      view.facts.session.media.chat.value === "open" || view.facts.session.media.chat.value === "moderated";
    const spread = ages.length > 0 ? `Ages ${Math.min(...ages)} to ${Math.max(...ages)}.` : "";
    if (grown === 0) return checked(`No participant is 18 or over. ${spread}`.trim(), []);
    return checked(spread, [
      advice("participants_of_18_and_over", {
        subject: "session",
        headline: `${countOf(grown, "participant")} will be 18 or over`,
        message: `They answer for themselves and do not count as adults who watch over the session.${sharedChat && ages.some((age) => age < 16) ? " They share a chat with under-16s." : ""}`,
        fixes: [fix("Look at the list", "participants")],
      }),
    ]);
  },
};
