import type { Adult } from "../../record/adult";
import { normalEmail } from "../../people/standing";
import { countOf, listInWords } from "../../time/words";
import { checked, fix, silent, wrong, type Rule, type RuleFinding } from "../rule";
import { greenroom, nspcc, organisationPolicy } from "../sources";
import type { AssignedAdult, View } from "../view";
import { adultFindings, adultGoodUntil } from "./adult-findings";
import { hasConfirmed, toConfirm } from "./confirmation";

export const observed: Rule = {
  id: "R14",
  title: "The session is watched by suitable adults",
  strength: "do",
  source: nspcc,
  checks:
    "Enough observers who confirmed for this time, are there throughout and are not the host; every assigned adult but guests is 18 or over, cleared, in date for vetting and training through the session's end, and free at that time; nobody is counted twice.",
  states: "In signing, the approver states that these adults suit this group.",
  undoneBy:
    "An observer leaves; a re-check or training falls due; an adult is stood down; participants are added; the session moves.",
  check: (view) => {
    const workers = view.assigned.filter(({ assignment }) => assignment.role !== "guest");
    const findings = [
      ...observerFindings(view),
      ...onePerSubject(workers.flatMap((entry) => adultFindings(view, entry))),
      ...samePersonFindings(view, workers),
    ];
    const names = observers(view).map(({ adult }) => adult.name);
    return checked(
      `${listInWords(names)} ${names.length === 1 ? "watches" : "watch"} the whole session and ${names.length === 1 ? "does" : "do"} not host.`,
      findings,
      workers.flatMap((entry) => adultGoodUntil(view, entry)),
    );
  },
};

/** Observers who are somebody other than the host, each of them once. */
export function observers(view: View): AssignedAdult[] {
  const hosts = new Set(view.inRole("host").map(({ adult }) => adult.id));
  const apart = view.inRole("observer").filter(({ adult }) => !hosts.has(adult.id));
  return apart.filter(
    ({ adult }, index) => apart.findIndex((other) => other.adult.id === adult.id) === index,
  );
}

function observerFindings(view: View): RuleFinding[] {
  if (view.inRole("host").length === 0) {
    return [
      silent("host_missing", {
        subject: "session",
        headline: view.hosting ? "Nobody hosts yet" : "Nobody leads our group yet",
        message: "Only then can it be told whether the observer is somebody else.",
        source: greenroom,
        strength: "default",
        fixes: [fix("Add the host", "adults")],
      }),
    ];
  }
  const assigned = view.inRole("observer");
  const apart = observers(view);
  const wanted = view.facts.policy.minimumObservers;
  const fixes = [fix("Add an observer", "adults")];
  if (assigned.length > 0 && apart.length === 0) {
    return [
      wrong("observer_is_host", {
        subject: "session",
        headline: "The only observer is also the host",
        message: "Somebody who hosts cannot watch over the session at the same time.",
        source: greenroom,
        strength: "default",
        fixes,
      }),
    ];
  }
  if (apart.length < wanted) return tooFewObservers(apart.length, wanted);
  const there = apart.filter(({ assignment }) => assignment.present);
  if (there.length < wanted) {
    return apart
      .filter(({ assignment }) => !assignment.present)
      .map(({ adult, assignment }) =>
        wrong("observer_not_present", {
          subject: `adult:${adult.id}`,
          headline: `${adult.name} is not there for the whole session`,
          message: "An observer watches from the start to the end.",
          source: greenroom,
          strength: "default",
          fixes: [fix("Change the entry", "adults", assignment.id), fix("add an observer", "adults")],
        }),
      );
  }
  const confirmed = there.filter((entry) => hasConfirmed(view, entry));
  if (confirmed.length >= wanted) return [];
  return there
    .filter((entry) => !hasConfirmed(view, entry))
    .map((entry) =>
      silent("observer_not_confirmed", {
        ...toConfirm(view, entry, "An observer counts once they have said that they will be there."),
        source: greenroom,
        strength: "default",
        fixes: [fix("Record that they confirmed", "adults", entry.assignment.id)],
      }),
    );
}

/** One observer is what the NSPCC advises; that there are more of them is the organisation's own wish. */
function tooFewObservers(there: number, wanted: number): RuleFinding[] {
  const parts = { subject: "session", fixes: [fix("Add an observer", "adults")] };
  const none = silent("observer_missing", {
    ...parts,
    headline: "1 more observer needed",
    message: "An observer watches the whole session for safety and does not host.",
  });
  const more = silent("too_few_observers", {
    ...parts,
    headline: `${countOf(wanted, "observer")} needed, ${there} there`,
    message: "Your organisation asks for this many.",
    source: organisationPolicy,
    strength: "organisation",
  });
  return [...(there === 0 ? [none] : []), ...(wanted > 1 ? [more] : [])];
}

function samePersonFindings(view: View, workers: AssignedAdult[]): RuleFinding[] {
  const adults = [...new Map(workers.map(({ adult }) => [adult.id, adult])).values()];
  const pairs = adults.flatMap((a, index) => adults.slice(index + 1).map((b): [Adult, Adult] => [a, b]));
  return pairs
    .filter(([a, b]) => mayBeSamePerson(view, a, b))
    .map(([a, b]) =>
      wrong("possible_same_person", {
        subject: `adult:${[a.id, b.id].sort().join("+")}`,
        headline: `${a.name} and ${b.name} may be the same person`,
        message: "They share an e-mail address. State that they are two people, or remove one.",
        source: greenroom,
        strength: "default",
        fixes: [
          fix("State that they are two people", "adult_record", b.id),
          fix("choose another adult", "adults"),
        ],
      }),
    );
}

/** Two records with one address, until somebody states that they are different people. */
function mayBeSamePerson(view: View, a: Adult, b: Adult): boolean {
  if (a.differsFrom.some((d) => d.adultId === b.id) || b.differsFrom.some((d) => d.adultId === a.id))
    return false;
  const known = view.facts.derived?.samePeople;
  if (!known) return sharesAddress(a, b);
  return known.some(([x, y]) => (x === a.id && y === b.id) || (x === b.id && y === a.id));
}

function sharesAddress(a: Adult, b: Adult): boolean {
  return a.email !== null && b.email !== null && normalEmail(a.email) === normalEmail(b.email);
}

function onePerSubject(findings: RuleFinding[]): RuleFinding[] {
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.subject}`, finding])).values()];
}
