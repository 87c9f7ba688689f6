import type { Assignment } from "../../record/session";
import { advice, fix, silent, wrong, type RuleFinding } from "../rule";
import { greenroom } from "../sources";
import { hasConfirmed, toConfirm } from "./confirmation";
import { olderThan, type AssignedAdult, type View } from "../view";

/** Whether somebody of this session is there for young people to go to, has agreed to it and can be reached. */
export function supportFindings(view: View): RuleFinding[] {
  if (!view.named && view.facts.session.audienceNotice?.contact) return [];
  const contacts = view.inRole("support_contact");
  if (contacts.length === 0) {
    return [
      silent("support_contact_missing", {
        subject: "session",
        headline: "Nobody is named for young people to go to",
        message: "Somebody they can turn to during and after the session.",
        fixes: [fix("Add a support contact", "adults")],
      }),
    ];
  }
  const hosts = view.inRole("host").map(({ adult }) => adult.id);
  const complete = contacts.filter((entry) => hasConfirmed(view, entry) && entry.assignment.contact);
  if (complete.length > 0) {
    const reachable = complete.filter(({ assignment }) => reachableThroughout(view, assignment));
    if (reachable.length === 0) return complete.map(notReachable);
    if (!reachable.every(({ adult }) => hosts.includes(adult.id))) return [];
    return [
      advice("support_contact_is_host", {
        subject: "session",
        source: greenroom,
        strength: "default",
        headline: "The support contact is also the host",
        message: "A host is busy on air. Somebody else is better.",
        fixes: [fix("Choose somebody else", "adults")],
      }),
    ];
  }
  const given = "Young people are given this contact.";
  return contacts.map((entry) =>
    silent("support_contact_incomplete", {
      ...(entry.assignment.contact
        ? toConfirm(view, entry, given)
        : {
            subject: `adult:${entry.adult.id}`,
            headline: `How to reach ${entry.adult.name} is not recorded`,
            message: given,
          }),
      fixes: [fix("Complete the entry", "adults", entry.assignment.id)],
    }),
  );
}

/** Times that are on record have to cover the session, so that one that moved is noticed. */
function reachableThroughout(view: View, { reachableFrom, reachableTo }: Assignment): boolean {
  return (
    !olderThan(view.start.toString(), reachableFrom) &&
    (reachableTo === null || !olderThan(reachableTo, view.end))
  );
}

function notReachable({ adult, assignment }: AssignedAdult): RuleFinding {
  return wrong("support_contact_not_reachable", {
    subject: `adult:${adult.id}`,
    headline: `${adult.name} cannot be reached throughout`,
    message: "The time on record does not cover the whole session.",
    fixes: [fix("Change the times", "adults", assignment.id)],
  });
}
