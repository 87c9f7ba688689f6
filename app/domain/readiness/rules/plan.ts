import { countOf, dateInWords, listInWords, parseDate } from "../../time/words";
import { Temporal } from "temporal-polyfill";
import { advice, checked, fix, notApplicable, silent, wrong, type Rule, type RuleFinding } from "../rule";
import { meetConsent, youthAgency } from "../sources";
import type { View } from "../view";

export const riskAssessment: Rule = {
  id: "B05",
  title: "The risk assessment is done in good time, and the link is not advertised",
  strength: "default",
  source: youthAgency,
  checks:
    "Says so when the risk assessment is missing or closer to the session than the policy's lead, or the joining link is advertised.",
  states: null,
  undoneBy: "The session moves.",
  number: "riskAssessmentDays",
  check: (view) => {
    const { riskAssessment: done, linkSharedPrivately } = view.facts.session;
    const lead = view.facts.policy.riskAssessmentDays;
    const findings: RuleFinding[] = [];
    const fixes = [fix("Record the risk assessment", "statements")];
    if (!done) {
      findings.push(
        advice("risk_assessment_missing", {
          subject: "session",
          headline: "No risk assessment is recorded",
          message: `Done and agreed at least ${countOf(lead, "day")} before.`,
          fixes,
        }),
      );
    } else {
      const days = parseDate(done.completedOn).until(view.startDate).days;
      if (days < lead) {
        findings.push(
          advice("risk_assessment_late", {
            subject: "session",
            headline: "The risk assessment was done late",
            message: lateWords(days, lead),
            fixes,
          }),
        );
      }
    }
    if (linkSharedPrivately === false) {
      findings.push(
        advice("link_advertised", {
          subject: "session",
          headline: "The joining link is advertised",
          message: "Share it only with those who take part.",
          source: youthAgency,
          strength: "default",
          fixes: [fix("Change how the link is shared", "statements")],
        }),
      );
    }
    const when = done
      ? `Done on ${dateInWords(parseDate(done.completedOn))}, agreed by ${done.agreedBy}.`
      : "";
    return checked(when, findings);
  },
};

function lateWords(days: number, lead: number): string {
  const better = `At least ${countOf(lead, "day")} before is better.`;
  if (days < 0) return `It is dated ${countOf(-days, "day")} after the session. ${better}`;
  return `${days === 0 ? "On the day of the session" : `${countOf(days, "day")} before the session`}. ${better}`;
}

export const shortEnough: Rule = {
  id: "B08",
  title: "The session is short, or has breaks",
  strength: "default",
  source: youthAgency,
  checks: "Says so when the session is longer than the policy's length.",
  states: null,
  undoneBy: "The times change.",
  number: "lengthMinutes",
  check: (view) => {
    const minutes = view.start.until(view.end).total("minutes");
    const limit = view.facts.policy.lengthMinutes;
    const long = advice("long_session", {
      subject: "session",
      headline: `The session lasts ${minutes} minutes`,
      message: `About ${limit} minutes is easier for everyone. Plan breaks if it has to be longer.`,
      fixes: [fix("Change the times", "details")],
    });
    return checked(`It lasts ${minutes} minutes.`, minutes > limit ? [long] : []);
  },
};

export const recordingReasoned: Rule = {
  id: "B09",
  title: "A recording has a clear reason, a place and an end",
  strength: "default",
  source: youthAgency,
  checks:
    "While we record or keep a machine's notes: why, where it is kept, who sees it and when it is deleted, which is not before the session.",
  states: null,
  undoneBy: "Recording or notes are switched on.",
  check: (view) => {
    const { recording, aiNotes } = view.facts.session.media;
    if (!recording.on && !aiNotes.on)
      return notApplicable("Nothing is recorded, and no machine takes notes.");
    const findings = [
      ...(recording.on ? keptFindings(view, recording, "recording", "The recording") : []),
      ...(aiNotes.on
        ? [...keptFindings(view, aiNotes, "ai_notes", "The machine's notes"), notesAreRecording()]
        : []),
    ];
    const kept = recording.on ? recording : aiNotes;
    return checked(keptWords(kept), findings);
  },
};

type Kept = View["facts"]["session"]["media"]["recording"];

function keptWords(kept: Kept): string {
  const until = kept.deleteBy ? dateInWords(parseDate(kept.deleteBy)) : "";
  return `${kept.reason ?? ""} Kept in ${kept.keptWhere ?? ""}, seen by ${kept.seenBy ?? ""}, deleted by ${until}.`;
}

function keptFindings(view: View, kept: Kept, subject: string, what: string): RuleFinding[] {
  return [...incomplete(kept, subject, what), ...deletedTooEarly(view, kept, subject, what)];
}

/** A day on which there is nothing yet to delete is a slip, and would let consent run out before the session. */
function deletedTooEarly(view: View, { deleteBy }: Kept, subject: string, what: string): RuleFinding[] {
  if (!deleteBy || Temporal.PlainDate.compare(parseDate(deleteBy), view.endDate) >= 0) return [];
  return [
    wrong("deleted_before_session", {
      subject,
      headline: `${what} would be deleted before the session`,
      message: `${dateInWords(parseDate(deleteBy))} lies before the session's own day, ${dateInWords(view.endDate)}.`,
      fixes: [fix("Correct the day", "shown")],
    }),
  ];
}

function incomplete(kept: Kept, subject: string, what: string): RuleFinding[] {
  const missing = [
    kept.reason ? [] : ["why"],
    kept.keptWhere ? [] : ["where it is kept"],
    kept.seenBy ? [] : ["who sees it"],
    kept.deleteBy ? [] : ["when it is deleted"],
  ].flat();
  if (missing.length === 0) return [];
  return [
    silent("recording_details_missing", {
      subject,
      headline: `${what} is not fully explained`,
      message: `Not recorded yet: ${listInWords(missing)}.`,
      fixes: [fix("Complete it", "shown"), fix("switch it off", "shown")],
    }),
  ];
}

function notesAreRecording(): RuleFinding {
  return advice("ai_notes_are_recording", {
    subject: "ai_notes",
    headline: "A machine's notes count as a recording",
    message: "Young people are asked about it as about a recording that is kept.",
    source: meetConsent,
    strength: "default",
    fixes: [fix("Switch the notes off", "shown")],
  });
}
