import { checked, fix, noParticipants, silent, wrong, type Rule, type RuleFinding } from "../rule";
import { greenroom, nspcc } from "../sources";
import { latest, olderThan, type View } from "../view";
import { statedForSession } from "./session-statement";

export const needsConsidered: Rule = {
  id: "R26",
  title: "The session is sensitive to what its subject may mean to people",
  strength: "do",
  source: nspcc,
  checks:
    "The topic is on record; a topic on the organisation's list has its adjustments: a content note, a way to leave, support afterwards.",
  states: "I thought of each young person.",
  undoneBy: "The topic or the content changes.",
  check: (view) => {
    const { topic } = view.facts.session;
    const findings: RuleFinding[] = [];
    if (!topic) {
      findings.push(
        silent("topic_missing", {
          subject: "session",
          headline: "What the session is about is not recorded",
          message: "Some subjects touch some people more than others.",
          fixes: [fix("Record the topic", "sensitivities")],
        }),
      );
    } else if (topic.flags.length > 0 && !topic.adjustments) {
      findings.push(
        silent("adjustments_missing", {
          subject: "session",
          headline: "A sensitive topic has no adjustments yet",
          message: `The session touches on ${topic.flags.join(", ")}. Say what you offer: a content note, a way to leave, support afterwards.`,
          fixes: [fix("Record the adjustments", "sensitivities")],
        }),
      );
    }
    findings.push(
      ...statedForSession(
        view,
        "needs_considered",
        "each young person was thought of",
        topic?.changedAt ?? null,
        "sensitivities",
      ),
    );
    return checked(topic ? `Topic: ${topic.text}.` : "", findings);
  },
};

export const leadConsidered: Rule = {
  id: "R27",
  title: "Young people with known child-protection concerns have been thought of",
  strength: "do",
  source: nspcc,
  checks:
    "A safeguarding lead has considered the participants, after the last one was added and after the last change of topic. No detail of a case is held here.",
  states: "I have considered the participants; arrangements are in place.",
  undoneBy: "A participant is added; the topic changes; the lead withdraws agreement.",
  check: (view) => {
    if (view.named && view.participants.length === 0) return checked("", [noParticipants()]);
    const since = latest([
      ...view.participants.map((participant) => participant.addedAt),
      ...(view.facts.session.topic ? [view.facts.session.topic.changedAt] : []),
    ]);
    return checked(
      "A safeguarding lead has considered the participants.",
      leadFindings(view, since?.toString() ?? null),
    );
  },
};

function leadFindings(view: View, since: string | null): RuleFinding[] {
  const statement = view.sessionStatement("lead_considered");
  const parts = {
    subject: "session",
    source: greenroom,
    strength: "default" as const,
    fixes: [fix("Ask the safeguarding lead", "sensitivities")],
  };
  if (!statement || statement.as !== "safeguarding_lead") {
    return [
      silent("lead_not_asked", {
        ...parts,
        headline: "The safeguarding lead has not looked yet",
        message: "Only a safeguarding lead can record this, and only that it was considered.",
      }),
    ];
  }
  if (olderThan(statement.recordedAt, since)) {
    return [
      silent("lead_outdated", {
        ...parts,
        headline: "The safeguarding lead needs to look again",
        message: "Somebody was added or the topic changed since they looked.",
      }),
    ];
  }
  if (statement.answer === "yes") return [];
  return [
    wrong("lead_not_content", {
      ...parts,
      headline: "Speak to the safeguarding lead",
      message: "They have said that arrangements are not in place.",
    }),
  ];
}
