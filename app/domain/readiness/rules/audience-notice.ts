import type { BriefingPoint } from "../../record/fields";
import { checked, fix, silent, wrong, type Check, type RuleFinding } from "../rule";
import { olderThan, type View } from "../view";
import { statedForSession } from "./session-statement";
import { meaningSince } from "./briefing-version";

const pointWords: Record<BriefingPoint, string> = {
  live: "that it is live",
  comments: "that others see comments",
  personal_information: "not to share personal information",
  contact_requests: "not to answer people they do not know",
  donations: "that nobody has to give money",
  who_to_tell: "who to go to",
};

/**
 * Where the audience is not named and no child is on camera or heard, a notice to the audience takes the place of
 * each person's briefing. `point` is the point asked about, `null` for the notice as a whole.
 */
export function noticeCheck(view: View, point: BriefingPoint | null): Check {
  const notice = view.facts.session.audienceNotice;
  const fixes = [fix("Write the audience notice", "audience_notice")];
  const parts = { subject: "session", fixes };
  if (!notice || notice.version < meaningSince(view) || olderThan(notice.recordedAt, view.platformsSince)) {
    return checked("", [
      silent(notice ? "notice_outdated" : "notice_missing", {
        ...parts,
        headline: "The audience notice is not in place",
        message: "A notice tells the audience what each young person would otherwise be told.",
      }),
    ]);
  }
  const findings: RuleFinding[] = [];
  if (point === null) {
    if (!olderThan(notice.placedAt, view.start)) {
      findings.push(
        wrong("notice_after_start", {
          ...parts,
          headline: "The audience notice comes too late",
          message: "It stands before the start.",
        }),
      );
    }
    findings.push(...noChildOnCamera(view));
  } else if (!notice.points.includes(point)) {
    findings.push(
      silent("point_missing", {
        ...parts,
        headline: `The notice does not say ${pointWords[point]}`,
        message: "All six points belong in it.",
      }),
    );
  }
  if (
    point === "comments" &&
    view.facts.session.media.chat.value !== "off" &&
    view.facts.session.media.chat.value !== "moderated"
  ) {
    findings.push(
      wrong("chat_not_moderated", {
        ...parts,
        headline: "The chat is open to an audience that is not named",
        message: "Close it, or look at comments before they are shown.",
        fixes: [fix("Change the chat", "shown")],
      }),
    );
  }
  if (point === "who_to_tell" && !notice.contact) {
    findings.push(
      silent("notice_contact_missing", {
        ...parts,
        headline: "The notice names no contact",
        message: "Somebody young people can turn to during and after.",
      }),
    );
  }
  return checked(`The audience notice says it (${notice.where}).`, findings);
}

function noChildOnCamera(view: View): RuleFinding[] {
  return statedForSession(
    view,
    "no_child_on_camera",
    "no child is on camera or heard",
    null,
    "audience_notice",
  );
}
