import { advice, fix, silent, type RuleFinding } from "../rule";
import type { View } from "../view";

/** Whether somebody of this session is there for young people to go to, has agreed to it and can be reached. */
export function supportFindings(view: View): RuleFinding[] {
  if (!view.named && view.participants.length === 0 && view.facts.session.audienceNotice?.contact) return [];
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
  if (contacts.some(({ assignment }) => assignment.confirmed && assignment.contact)) {
    if (!contacts.every(({ adult }) => hosts.includes(adult.id))) return [];
    return [
      advice("support_contact_is_host", {
        subject: "session",
        headline: "The support contact is also the host",
        message: "A host is busy on air. Somebody else is better.",
        fixes: [fix("Choose somebody else", "adults")],
      }),
    ];
  }
  return contacts.map(({ adult, assignment }) =>
    silent("support_contact_incomplete", {
      subject: `adult:${adult.id}`,
      headline: assignment.contact
        ? `${adult.name} has not confirmed yet`
        : `How to reach ${adult.name} is not recorded`,
      message: "Young people are given this contact.",
      fixes: [fix("Complete the entry", "adults", assignment.id)],
    }),
  );
}
