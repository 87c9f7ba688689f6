import { Temporal } from "temporal-polyfill";
import type { Participant } from "../../record/participant";
import { ageLimitOn, inForce, limitChangesAfter } from "../../platforms/age-limit";
import { dateInWords, parseDate } from "../../time/words";
import {
  checked,
  fix,
  noParticipants,
  notApplicable,
  silent,
  wrong,
  type Rule,
  type RuleFinding,
} from "../rule";
import { law, platformTerms, youthAccess } from "../sources";
import { nameOf, type View } from "../view";
import { entryFindings, waysOut, type Person } from "./entry-age";
import { noPlatform } from "./platform-review";

export const platformAge: Rule = {
  id: "R08",
  title: "Nobody is below the platform's minimum age",
  strength: "do",
  source: youthAccess,
  checks:
    "Each participant's age on the session's date against the limit for the way they join: own account, a parent's account, a guest link, or in the room; who is on camera; who goes live; and any legal age in force that day.",
  states: null,
  undoneBy:
    "A birth is corrected; the session moves to another date; the platform, mode, way of joining or an age rule changes.",
  check: (view) => {
    if (!view.named) return notApplicable("The audience is not named, and no child takes part.");
    const findings = [
      ...(view.modes.length === 0 ? [noPlatform()] : []),
      ...(view.participants.length === 0 ? [noParticipants()] : []),
      ...ageFindings(view, view.startDate),
    ];
    return checked(
      "Everybody is old enough, on the session's date, for the way they join.",
      findings,
      findings.some((finding) => finding.severity === "blocks") ? [] : barredFrom(view),
    );
  },
};

function ageFindings(view: View, on: Temporal.PlainDate): RuleFinding[] {
  return [
    ...view.participants.flatMap((participant) => participantFindings(view, participant, on)),
    ...goLiveFindings(view, on),
  ];
}

/** The last day before a rule begins that would bar somebody, at their age on its first day, who may take part as planned. */
function barredFrom(view: View): Temporal.PlainDate[] {
  const legal = view.facts.policy.legalAges.map((fact) => parseDate(fact.validFrom));
  const dates = [...view.modes.flatMap(({ mode }) => limitChangesAfter(mode, view.startDate)), ...legal]
    .filter((date) => Temporal.PlainDate.compare(date, view.startDate) > 0)
    .sort(Temporal.PlainDate.compare);
  const first = dates.find((date) =>
    ageFindings(view, date).some((finding) => finding.severity === "blocks"),
  );
  return first ? [first.subtract({ days: 1 })] : [];
}

function participantFindings(view: View, participant: Participant, on: Temporal.PlainDate): RuleFinding[] {
  const subject = `participant:${participant.id}`;
  const age = view.ageOn(participant, on);
  const name = nameOf(participant);
  if (age === null) {
    return [
      silent("birth_missing", {
        subject,
        headline: `${name}'s age is not recorded`,
        message: "Platforms have age limits, so the age on the day has to be known.",
        fixes: [fix("Record when they were born", "participants", participant.id)],
      }),
    ];
  }
  if (!participant.accessRoute) {
    return [
      silent("access_route_missing", {
        subject,
        headline: `How ${name} joins is not recorded`,
        message: "With an own account, a parent's account, a guest link, or in the room.",
        fixes: [fix("Record how they join", "participants", participant.id)],
      }),
    ];
  }
  const person = { participant, name, age, subject };
  const entry = view.modes[0];
  return [
    ...(entry ? entryFindings(view, entry, person, on) : []),
    ...onCameraFindings(view, person, on),
    ...legalFindings(view, person, on),
  ];
}

function onCameraFindings(view: View, person: Person, on: Temporal.PlainDate): RuleFinding[] {
  const { media } = view.facts.session;
  if (!media.camera || !person.participant.exposure.camera) return [];
  if (media.adultOnCamera === true) return [];
  return view.modes.flatMap(({ mode }) => {
    const limit = ageLimitOn(mode, "on_camera_without_adult", on);
    if (limit === "none" || person.age >= 18 || (limit !== "unknown" && person.age >= limit)) return [];
    if (limit === "unknown") {
      return [
        wrong("on_camera_age_unknown", {
          subject: person.subject,
          headline: `Whether ${person.name} may be on camera without an adult is not known`,
          message: `The rule of ${mode.name} is not on record.`,
          fixes: [
            fix("Record the rule", "platform_record", mode.id),
            fix("plan for an adult on camera", "shown"),
          ],
        }),
      ];
    }
    return [
      wrong("no_visible_adult", {
        subject: person.subject,
        headline: `${person.name} would be on camera without an adult in sight`,
        message: `${mode.name} asks for an adult who is visibly on camera with anybody under ${limit}.`,
        source: platformTerms,
        strength: "platform",
        fixes: [
          fix("Plan for an adult on camera", "shown"),
          fix(`let ${person.name} take part off camera`, "participants", person.participant.id),
        ],
      }),
    ];
  });
}

function legalFindings(view: View, person: Person, on: Temporal.PlainDate): RuleFinding[] {
  const inRoom = person.participant.accessRoute === "in_room";
  return view.facts.policy.legalAges
    .filter((fact) => inForce(fact, on) && person.age < fact.under && (!inRoom || fact.barsWatchingInRoom))
    .filter((fact) => view.modes.some(({ mode }) => fact.kinds.includes(mode.kind)))
    .map((fact) =>
      wrong("under_legal_age", {
        subject: person.subject,
        headline: `${person.name} is below the legal age for this kind of platform`,
        message: `Under ${fact.under}s are barred by law from ${dateInWords(parseDate(fact.validFrom))} (${fact.source}).`,
        source: law,
        strength: "platform",
        fixes: waysOut(person),
      }),
    );
}

/** Whoever starts the stream is an adult of ours, the host: no platform asks for more than 18. */
function goLiveFindings(view: View, on: Temporal.PlainDate): RuleFinding[] {
  if (!view.hosting) return [];
  const host = view.inRole("host")[0];
  if (!host || host.adult.over18?.answer !== false) return [];
  return view.modes.flatMap(({ mode }) => {
    const limit = ageLimitOn(mode, "go_live", on);
    if (typeof limit !== "number" || limit < 18) return [];
    return [
      wrong("host_under_go_live_age", {
        subject: `adult:${host.adult.id}`,
        headline: `${host.adult.name} is too young to go live on ${mode.name}`,
        message: `${mode.name} asks for ${limit} and over to start a stream.`,
        source: platformTerms,
        strength: "platform",
        fixes: [fix("Choose another host", "adults"), fix("choose another platform", "platform")],
      }),
    ];
  });
}
