import type { Adult } from "../adult";
import type { Organisation, Policy, WordingChange } from "../organisation";
import type { PlatformMode } from "../platform-mode";
import { typed, type Codes } from "./codes";
import { shippedWords } from "./shipped-words";

export function redactOrganisation(organisation: Organisation, codes: Codes): Organisation {
  return {
    id: organisation.id,
    name: organisation.name,
    nation: organisation.nation,
    emailDomains: organisation.emailDomains,
    approvedAccounts: organisation.approvedAccounts.map(({ id, label, validFrom, validTo }) => ({
      id: codes.of("account", id),
      label: typed(label),
      validFrom,
      validTo,
    })),
    contactRoutes: organisation.contactRoutes.map(({ id, kind, value }) => ({
      id: codes.of("contact-route", id),
      kind,
      value: typed(value),
    })),
    staff: organisation.staff.map(({ id, adultId }) => ({
      id: codes.of("staff", id),
      name: codes.of("staff", id),
      adultId: codes.orNull("adult", adultId),
    })),
  };
}

/** A policy names nobody, but what the organisation typed: its words for sensitive topics and where a law stands. */
export function redactPolicy(policy: Policy, codes: Codes): Policy {
  return {
    version: policy.version,
    effectiveFrom: policy.effectiveFrom,
    parentConsentUnder: policy.parentConsentUnder,
    parentConsentFrom16: policy.parentConsentFrom16,
    competenceFrom: policy.competenceFrom,
    competenceCoversPublic: policy.competenceCoversPublic,
    consentGate: policy.consentGate,
    minimumAdults: policy.minimumAdults,
    minimumObservers: policy.minimumObservers,
    ratios: policy.ratios.map(({ fromAge, toAge, childrenPerAdult }) => ({
      fromAge,
      toAge,
      childrenPerAdult,
    })),
    vettingMonths: policy.vettingMonths,
    vettingLevels: policy.vettingLevels,
    trainingMonths: policy.trainingMonths,
    platformReviewMonths: policy.platformReviewMonths,
    statementMonths: policy.statementMonths,
    riskAssessmentDays: policy.riskAssessmentDays,
    lengthMinutes: policy.lengthMinutes,
    seriesConsentMonths: policy.seriesConsentMonths,
    flaggedTopics: policy.flaggedTopics.map((topic) => codes.of("topic", topic)),
    briefingVersions: policy.briefingVersions.map(({ version, from, changesMeaning }) => ({
      version,
      from,
      changesMeaning,
    })),
    ...(policy.wordingChanges ? { wordingChanges: policy.wordingChanges.map(redactWordingChange) } : {}),
    legalAges: policy.legalAges.map((law) => ({
      id: law.id,
      under: law.under,
      kinds: law.kinds,
      barsWatchingInRoom: law.barsWatchingInRoom,
      validFrom: law.validFrom,
      validTo: law.validTo,
      source: typed(law.source),
    })),
  };
}

function redactWordingChange({ scope, wordingId, version, digest, from, endsEarlier }: WordingChange) {
  return { scope, wordingId, version, digest, from, endsEarlier };
}

/** What is known of a platform, but for who reviewed it and what the organisation itself typed about it. */
export function redactMode(mode: PlatformMode, codes: Codes): PlatformMode {
  return {
    id: mode.id,
    name: shippedWords(mode.name),
    service: shippedWords(mode.service),
    kind: mode.kind,
    ageLimits: mode.ageLimits.map(({ limit, age, validFrom, validTo, source, sourceDate, confidence }) => ({
      limit,
      age,
      validFrom,
      validTo,
      source: shippedWords(source),
      sourceDate,
      confidence,
    })),
    parentAccountAllowed: mode.parentAccountAllowed,
    restrictsAudience: mode.restrictsAudience,
    donations: mode.donations,
    features: mode.features,
    reportRoute: shippedWords(mode.reportRoute),
    note: shippedWords(mode.note),
    sources: mode.sources.map(({ address, readOn }) => ({ address: shippedWords(address), readOn })),
    reviews: mode.reviews.map(({ reviewedOn, reviewedBy, dueBefore, recordedAt }) => ({
      reviewedOn,
      reviewedBy: codes.of("staff", reviewedBy),
      dueBefore,
      recordedAt,
    })),
  };
}

export function redactAdult(adult: Adult, codes: Codes): Adult {
  return {
    id: codes.of("adult", adult.id),
    name: codes.of("adult", adult.id),
    email: null,
    over18: adult.over18 && { ...codes.by(adult.over18), answer: adult.over18.answer },
    vetting: adult.vetting.map((check) => ({
      id: codes.of("vetting", check.id),
      scheme: check.scheme,
      level: check.level,
      workforce: check.workforce,
      issuedOn: check.issuedOn,
      recheckDue: check.recheckDue,
      updateService: check.updateService,
      lastStatusCheckOn: check.lastStatusCheckOn,
      clearedForRole: check.clearedForRole,
      clearedOn: check.clearedOn,
      recordedAt: check.recordedAt,
    })),
    training: adult.training.map(({ id, title, completedOn, recordedAt }) => ({
      id: codes.of("training", id),
      title: typed(title),
      completedOn,
      recordedAt,
    })),
    stoodDownAt: adult.stoodDownAt,
    differsFrom: adult.differsFrom.map((other) => ({
      ...codes.by(other),
      adultId: codes.of("adult", other.adultId),
    })),
    otherSessions: adult.otherSessions.map(({ sessionId, startsAt, endsAt, recordedAt }) => ({
      sessionId,
      startsAt,
      endsAt,
      recordedAt,
    })),
  };
}
