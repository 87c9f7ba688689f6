import { Temporal } from "temporal-polyfill";
import type { Status, Strength } from "~/domain/readiness/result";
import type { ConsentEvent, Relationship } from "~/domain/record/participant";
import type { SessionRecord } from "~/domain/record/schema";
import { dateInWords, instantInWords } from "~/domain/time/words";
import { sentenceCase } from "~/domain/sentence-case";
import type { Tone } from "./pdf/page-content";

export const requirementWords: Record<Status, { word: string; tone: Tone }> = {
  met: { word: "Met", tone: "good" },
  accepted_with_reason: { word: "Accepted with a reason", tone: "good" },
  not_met: { word: "Not met", tone: "bad" },
  not_answered: { word: "Not answered", tone: "bad" },
  not_applicable: { word: "Does not apply", tone: "plain" },
};

export const strengthWords: Record<Strength, string> = {
  do: "do",
  consider: "consider",
  conditional: "when joining",
  organisation: "the organisation's rule",
  platform: "the platform's terms",
  default: "default",
};

export const relationshipWords: Record<Relationship, string> = {
  self: "themselves",
  parent: "parent",
  person_with_parental_responsibility: "person with parental responsibility",
  local_authority: "local authority",
  sibling: "sibling",
  worker: "worker",
  other: "somebody else",
};

export const howWords: Record<ConsentEvent["how"] | "video_call", string> = {
  in_person: "in person",
  phone: "by phone",
  text: "by text message",
  paper: "on paper",
  link: "by link",
  our_device: "on our device",
  video_call: "by video call",
};

export const answerWords: Record<ConsentEvent["answer"], string> = {
  yes: "Yes",
  no: "No",
  withdrawn: "Withdrawn",
};

/** A code such as `sign_off.carried_forward` as a sentence's beginning: `Sign off carried forward`. */
export function spoken(code: string): string {
  return sentenceCase(code.replace(/[._]/g, " "));
}

/** How a record's people and moments are written on paper. */
export function writing(record: SessionRecord) {
  const { zone } = record.session;
  const staff = new Map(record.organisation.staff.map(({ id, name }) => [id, name]));
  const adults = new Map(record.adults.map(({ id, name }) => [id, name]));
  const participants = new Map(record.participants.map(({ id, code }) => [id, code]));
  return {
    when: (instant: string) => instantInWords(Temporal.Instant.from(instant), zone),
    on: (instant: string) =>
      dateInWords(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate()),
    // Young people do something themselves where they answer through a link or on our device.
    staff: (id: string) => staff.get(id) ?? participants.get(id) ?? "somebody who has left",
    adult: (id: string) => adults.get(id) ?? "somebody who has left",
    participant: (id: string) => participants.get(id) ?? "somebody who was removed",
  };
}

/** What happened, by the type of the audit event. */
export const eventWords: Partial<Record<string, string>> = {
  "session.created": "Session planned",
  "session.changed": "Plan changed",
  "session.marked_ready": "Marked ready and sent for sign-off",
  "session.returned": "Returned with comments",
  "session.signed_off": "Signed off",
  "session.cancelled": "Cancelled",
  "session.handed_over": "Handed over to another planner",
  "session.recorded_late": "Recorded as a session that had already happened",
  "sign_off.carried_forward": "Sign-off carried forward",
  "sign_off.lapsed": "Sign-off lapsed",
  "sign_off.suspended": "Sign-off suspended",
  "sign_off.restored": "Sign-off in force again",
  "assignment.added": "Adult given a role",
  "assignment.changed": "Adult’s role changed",
  "assignment.removed": "Adult taken off",
  "participant.added": "Young person added",
  "participant.changed": "Young person’s details changed",
  "participant.removed": "Young person taken off the list",
  "consent.recorded": "Answer recorded",
  "consent.confirmed": "Yes confirmed in conversation",
  "removal.opened": "To stop using and remove, after a change of mind",
  "removal.done": "Stopped using and removed",
  "consent.corrected": "Answer put right: it was written down wrongly",
  "consent_request.made": "Asked to answer through a link",
  "consent_request.handed_over": "Asked to answer on our device",
  "consent_request.turn_ended": "Turn on our device ended",
  "consent_request.opened": "Link opened",
  "consent_request.check_failed": "Wrong answer to a link’s small check",
  "consent_request.mailed": "Link left for sending by email",
  "consent_request.nudged": "Told again of their link",
  "contact.recorded": "Where a link can be sent recorded, and whether that is safe",
  "contact.removed": "Where a link can be sent removed",
  "contacts.forgotten": "Where links could be sent removed",
  "consent_request.unlocked": "Link opened again after wrong tries",
  "consent_request.word_changed": "Another word agreed for a link",
  "consent_request.ended": "Link ended",
  "consent_request.name_proposed": "Name proposed through a link",
  "consent_request.name_taken_back": "Name proposed through a link taken back by them",
  "consent_request.name_decided": "Proposed name looked at",
  "briefing.given": "Briefing given",
  "statement.made": "Statement made",
  "record.exported": "Record exported",
};

/** The part of the plan that an edit was made in. */
export const sectionWords: Partial<Record<string, string>> = {
  details: "Details",
  platform: "Platform and privacy",
  adults: "Adults and observers",
  participants: "Who takes part",
  consent: "Consent",
  briefing: "Briefing",
  accessibility: "Accessibility",
  sensitivities: "Sensitivities",
  statements: "Accounts and boundaries",
  organiser: "What the organiser told us",
  audience_notice: "Notice to the audience",
  shared: "Something that sessions share",
};
