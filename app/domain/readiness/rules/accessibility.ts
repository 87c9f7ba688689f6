import type { AccessFeature } from "../../record/fields";
import { listInWords } from "../../time/words";
import { checked, fix, silent, wrong, type Rule, type RuleFinding } from "../rule";
import { greenroom, nspcc } from "../sources";
import { nameOf, type View } from "../view";
import { statedForSession } from "./session-statement";

export const featureWords: Record<AccessFeature, string> = {
  captions: "live captions",
  screen_reader: "works with a screen reader",
  keyboard: "works by keyboard",
  sign_language: "sign language",
  transcript: "a transcript",
  large_text: "large text",
  slower_pace: "a slower pace",
  breaks: "breaks",
  phone_in: "joining by telephone",
  easy_read: "easy read",
};

export const accessible: Rule = {
  id: "R24",
  title: "The platform is one that people with access needs can use",
  strength: "do",
  source: nspcc,
  checks:
    "Each stated need is met by a feature of the platform or by a named arrangement, and at least one accessibility feature is on record.",
  states: "We asked about access needs and tried the features.",
  undoneBy: "The platform changes; a participant with a new need is added.",
  check: (view) => {
    const { accessibility } = view.facts.session;
    const offered = accessibility.features.filter((feature) => offers(view, feature));
    const findings = [...unmetNeeds(view), ...notOffered(view)];
    if (offered.length === 0 && accessibility.arrangements.length === 0) {
      findings.push(
        silent("no_feature", {
          subject: "session",
          headline: "No accessibility feature is on record",
          message: "Name at least one, such as captions, also when nobody has stated a need.",
          source: greenroom,
          strength: "default",
          fixes: [fix("Choose the features you use", "accessibility")],
        }),
      );
    }
    findings.push(
      ...statedForSession(
        view,
        "needs_asked",
        "access needs were asked about",
        view.platformsSince,
        "accessibility",
      ),
    );
    const words = [
      ...offered.map((feature) => featureWords[feature]),
      ...accessibility.arrangements.map((a) => a.arrangement),
    ];
    return checked(`On offer: ${listInWords(words)}.`, findings);
  },
};

/** Somebody may watch on any platform of the chain, so each of them has to have the feature. */
function offers(view: View, feature: AccessFeature): boolean {
  return view.modes.length > 0 && view.modes.every(({ mode }) => mode.features[feature] === "yes");
}

function arranged(view: View, feature: AccessFeature): boolean {
  return view.facts.session.accessibility.arrangements.some((entry) => entry.need === feature);
}

function unmetNeeds(view: View): RuleFinding[] {
  return view.participants.flatMap((participant) =>
    participant.needs
      .filter((need) => !arranged(view, need) && !offers(view, need))
      .map((need) =>
        wrong("need_not_met", {
          subject: `participant:${participant.id}`,
          headline: `${nameOf(participant)} needs ${featureWords[need]}`,
          message: "The platform does not offer it, and nothing else is arranged.",
          fixes: [
            fix("Arrange it in another way", "accessibility"),
            fix("choose another platform", "platform"),
          ],
        }),
      ),
  );
}

function notOffered(view: View): RuleFinding[] {
  const entry = view.modes[0];
  if (!entry) return [];
  return view.facts.session.accessibility.features
    .filter((feature) => !offers(view, feature) && !arranged(view, feature))
    .map((feature) =>
      wrong("feature_not_offered", {
        subject: `feature:${feature}`,
        headline: `The platform does not have ${featureWords[feature]}`,
        message: "It is listed as used, but the platform's record does not say that it has it.",
        fixes: [
          fix("Change the features", "accessibility"),
          fix("check the platform's record", "platform_record", entry.mode.id),
        ],
      }),
    );
}
