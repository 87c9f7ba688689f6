import { Temporal } from "temporal-polyfill";
import type { Facts } from "../record/schema";

/**
 * The facts that had reached the record by `at`: whatever carries a later moment is left out, so that asking
 * about an earlier moment gives what could be known then. What is said to happen only later (a briefing, training, a
 * check, a statement, a yes) has not happened yet and is left out too; a date has come once it has begun anywhere.
 */
export function visibleAt(facts: Facts, at: Temporal.Instant): Facts {
  const known = (moment: string) => Temporal.Instant.compare(Temporal.Instant.from(moment), at) <= 0;
  const kept = <T extends { recordedAt: string }>(value: T | null) =>
    value && known(value.recordedAt) ? value : null;
  const keptAll = <T extends { recordedAt: string }>(values: T[]) =>
    values.filter((value) => known(value.recordedAt));
  const furthestAhead = at.add({ hours: 14 }).toString();
  const begun = (date: string) => date <= furthestAhead;
  const { session } = facts;

  return {
    ...facts,
    platformModes: facts.platformModes.map((mode) => ({
      ...mode,
      reviews: keptAll(mode.reviews).filter(({ reviewedOn }) => begun(reviewedOn)),
    })),
    adults: facts.adults.map((adult) => ({
      ...adult,
      over18: kept(adult.over18),
      vetting: keptAll(adult.vetting)
        .filter(({ issuedOn }) => begun(issuedOn))
        .map((check) => ({
          ...check,
          lastStatusCheckOn:
            check.lastStatusCheckOn && begun(check.lastStatusCheckOn) ? check.lastStatusCheckOn : null,
        })),
      training: keptAll(adult.training).filter(({ completedOn }) => begun(completedOn)),
      stoodDownAt: adult.stoodDownAt && known(adult.stoodDownAt) ? adult.stoodDownAt : null,
      differsFrom: keptAll(adult.differsFrom),
      otherSessions: keptAll(adult.otherSessions),
    })),
    session: {
      ...session,
      timesSince: session.timesSince && known(session.timesSince) ? session.timesSince : null,
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
      riskAssessment:
        session.riskAssessment && begun(session.riskAssessment.completedOn)
          ? kept(session.riskAssessment)
          : null,
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
    consentEvents: keptAll(facts.consentEvents)
      .filter(({ answer, at: given }) => answer !== "yes" || known(given))
      .map((event) => ({
        ...event,
        confirmedBy: event.confirmedBy && known(event.confirmedBy.at) ? event.confirmedBy : null,
      })),
    briefings: keptAll(facts.briefings).filter(({ briefedAt }) => known(briefedAt)),
    statements: keptAll(facts.statements).filter(
      ({ answer, statedOn }) => answer === "no" || begun(statedOn),
    ),
    acceptances: facts.acceptances.filter((acceptance) => known(acceptance.at)),
  };
}
