import type { SessionRecord } from "~/domain/record/schema";
import {
  adultsSection,
  answersSection,
  briefingSection,
  consentSection,
  participantsSection,
} from "./record-sections";
import { signOffSection } from "./sign-off-section";

/** A record in parts, as a screen shows them: the same words as in its PDF. */
export function recordParts(record: SessionRecord) {
  return {
    signOff: signOffSection(record),
    youngPeople: participantsSection(record),
    consent: consentSection(record),
    answers: answersSection(record),
    briefing: briefingSection(record),
    adults: adultsSection(record),
  };
}
