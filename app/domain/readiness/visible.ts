import { Temporal } from "temporal-polyfill";
import type { Facts } from "../record/schema";

/**
 * The facts that had reached the record by `at`: whatever carries a later moment is left out, so that asking
 * about an earlier moment gives what could be known then.
 */
export function visibleAt(facts: Facts, at: Temporal.Instant): Facts {
  const known = (moment: string) => Temporal.Instant.compare(Temporal.Instant.from(moment), at) <= 0;
  const kept = <T extends { recordedAt: string }>(value: T | null) =>
    value && known(value.recordedAt) ? value : null;
  const keptAll = <T extends { recordedAt: string }>(values: T[]) =>
    values.filter((value) => known(value.recordedAt));
  const { session } = facts;

  return {
    ...facts,
    platformModes: facts.platformModes.map((mode) => ({ ...mode, reviews: keptAll(mode.reviews) })),
    adults: facts.adults.map((adult) => ({
      ...adult,
      over18: kept(adult.over18),
      vetting: keptAll(adult.vetting),
      training: keptAll(adult.training),
      stoodDownAt: adult.stoodDownAt && known(adult.stoodDownAt) ? adult.stoodDownAt : null,
      differsFrom: keptAll(adult.differsFrom),
      otherSessions: keptAll(adult.otherSessions),
    })),
    session: {
      ...session,
      places: session.places
        .filter((place) => known(place.since))
        .map((place) => ({ ...place, suitable: kept(place.suitable) })),
      platforms: session.platforms
        .filter((chosen) => known(chosen.chosenAt))
        .map((chosen) => ({ ...chosen, checked: kept(chosen.checked) })),
      assignments: session.assignments
        .filter((assignment) => known(assignment.addedAt))
        .map((assignment) => ({
          ...assignment,
          confirmed: kept(assignment.confirmed),
          device: kept(assignment.device),
        })),
      accounts: kept(session.accounts),
      topic: session.topic && known(session.topic.changedAt) ? session.topic : null,
      titleConfirmed: kept(session.titleConfirmed),
      riskAssessment: kept(session.riskAssessment),
      audienceRestricted: kept(session.audienceRestricted),
      saving: kept(session.saving),
      organiser: session.organiser && {
        ...session.organiser,
        content: kept(session.organiser.content),
        suitability: kept(session.organiser.suitability),
        saved: kept(session.organiser.saved),
        reused: kept(session.organiser.reused),
      },
      audienceNotice: kept(session.audienceNotice),
      cancelled: session.cancelled && known(session.cancelled.at) ? session.cancelled : null,
      recordedLate: session.recordedLate && known(session.recordedLate.at) ? session.recordedLate : null,
    },
    participants: facts.participants
      .filter((participant) => known(participant.addedAt))
      .map((participant) => ({
        ...participant,
        noSurname: kept(participant.noSurname),
        displayNameConfirmed: kept(participant.displayNameConfirmed),
        notCaptured: kept(participant.notCaptured),
      })),
    consentEvents: keptAll(facts.consentEvents).map((event) => ({
      ...event,
      confirmedBy: event.confirmedBy && known(event.confirmedBy.at) ? event.confirmedBy : null,
    })),
    briefings: keptAll(facts.briefings),
    statements: keptAll(facts.statements),
    acceptances: facts.acceptances.filter((acceptance) => known(acceptance.at)),
  };
}
