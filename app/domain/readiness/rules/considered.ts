import {
  checked,
  advice,
  fix,
  forApprover,
  notApplicable,
  silent,
  wrong,
  type Rule,
  type RuleFinding,
} from "../rule";
import { greenroom, nspcc } from "../sources";
import { latest, olderThan, type View } from "../view";
import { noPlatform } from "./platform-review";

const joined = notApplicable("Someone else hosts this stream.");

export const audienceRestricted: Rule = {
  id: "R28",
  title: "Whether the audience can be restricted has been considered",
  strength: "consider",
  source: nspcc,
  checks: "Yes with how, on platforms that can; or no with a reason, which the approver accepts.",
  states: "How the audience is restricted, or why not.",
  undoneBy: "The platform or mode changes.",
  check: (view) => {
    if (!view.hosting) return joined;
    const answer = view.facts.session.audienceRestricted;
    if (!answer || olderThan(answer.recordedAt, view.platformsSince)) {
      return checked("", [
        notConsidered(
          "Can you limit who watches?",
          "For example with a login, a password or a waiting room.",
        ),
      ]);
    }
    if (answer.answer === "no")
      return checked(`No: ${answer.reason ?? ""}`, [
        declined(answer.reason, "Anyone could watch this stream"),
      ]);
    const open = view.modes.filter(({ mode }) => mode.restrictsAudience !== "yes");
    const findings: RuleFinding[] = open.map(({ mode }) =>
      wrong(mode.restrictsAudience === "no" ? "contradicts_mode" : "restriction_unknown", {
        subject: `mode:${mode.id}`,
        headline:
          mode.restrictsAudience === "no"
            ? `${mode.name} cannot limit who watches`
            : `It is not known whether ${mode.name} can limit who watches`,
        message: "You answered yes, which this platform does not bear out.",
        fixes: [fix("Answer no, with a reason", "watchers"), fix("choose another platform", "platform")],
      }),
    );
    if (view.modes.length === 0) findings.push(noPlatform());
    if (!answer.how)
      findings.push(
        notConsidered(
          "How is the audience limited?",
          "Say how: a waiting room, a password, a list of names.",
        ),
      );
    return checked(`Yes: ${answer.how ?? ""}`, findings);
  },
};

export const savingConsidered: Rule = {
  id: "R29",
  title: "Whether others could save and pass on the stream has been considered",
  strength: "consider",
  source: nspcc,
  checks:
    "Yes with what is done about it; or no with a reason, which the approver accepts. A screen can always be captured.",
  states: "What is done about it.",
  undoneBy: "The platform, mode or recording changes.",
  check: (view) => {
    if (!view.hosting) return joined;
    const { saving, media } = view.facts.session;
    const switchedOn = latest(
      [media.recording, media.aiNotes].filter((kept) => kept.on).map((kept) => kept.since),
    );
    if (
      !saving ||
      olderThan(saving.recordedAt, view.platformsSince) ||
      olderThan(saving.recordedAt, switchedOn)
    ) {
      return checked("", [
        notConsidered(
          "Could others save the stream and pass it on?",
          "Somebody can always capture a screen. Say what you do about it.",
        ),
      ]);
    }
    if (saving.answer === "no") {
      const doubt = advice("capture_possible", {
        subject: "session",
        headline: "Somebody can always capture a screen",
        message: "No platform can rule it out.",
        source: greenroom,
        strength: "default",
        fixes: [fix("Answer again", "watchers")],
      });
      return checked(`No: ${saving.reason ?? ""}`, [
        doubt,
        declined(saving.reason, "It was answered that nobody could save the stream"),
      ]);
    }
    const mitigation = saving.how
      ? []
      : [
          wrong("mitigation_missing", {
            subject: "session",
            headline: "Others could save the stream, and nothing is said about it",
            message: "Say what you do, for example first names only and nothing personal in shot.",
            fixes: [fix("Say what you do about it", "watchers")],
          }),
        ];
    return checked(`Yes: ${saving.how ?? ""}`, mitigation);
  },
};

function notConsidered(headline: string, message: string): RuleFinding {
  return silent("not_considered", {
    subject: "session",
    headline,
    message,
    fixes: [fix("Answer", "watchers")],
  });
}

function declined(reason: string | null, headline: string): RuleFinding {
  const parts = { subject: "session", headline, fixes: [fix("Change the answer", "watchers")] };
  return reason
    ? forApprover({
        ...parts,
        message: `“${reason}”${/[.!?]$/.test(reason) ? "" : "."} The approver is asked to accept this reason when signing off.`,
      })
    : silent("reason_missing", {
        ...parts,
        message: "A no needs a reason, which the approver then accepts.",
      });
}

export function strangersMayWatch(view: View): boolean {
  return (
    view.modes.some(({ mode }) => mode.restrictsAudience !== "yes") ||
    view.facts.session.audienceRestricted?.answer === "no"
  );
}
