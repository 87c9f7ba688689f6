import type { Facts } from "../record/schema";

/**
 * What a sign-off is bound to: everything about a session that could make it safer or less safe. Left out are what
 * is only cosmetic (title, description, the organisation's notes and sources), what lapses a sign-off only by breaking a requirement (checks and training
 * of adults, their own names and addresses, names of young people that are held for the check alone, renewed statements
 * and reviews, further answers and briefings), and when things were recorded.
 */
export function materialFacts(facts: Facts) {
  const { session } = facts;
  const chosen = new Set(session.platforms.map((link) => link.modeId));
  return {
    kind: session.kind,
    format: session.format,
    audience: session.audience,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    zone: session.zone,
    purpose: session.purpose,
    places: session.places.map(({ id, where, kind }) => ({ id, where, kind })),
    platforms: session.platforms.map(({ modeId, settings }) => ({ id: modeId, settings })),
    modes: facts.platformModes
      .filter((mode) => chosen.has(mode.id))
      .map(({ reviews: _reviews, sources: _sources, note: _note, ...mode }) => mode),
    adults: session.assignments.map(
      ({ id, adultId, role, present, device, contact, reachableFrom, reachableTo }) => ({
        id,
        adultId,
        role,
        present,
        device: device && { kind: device.kind, authorisedBy: device.authorisedBy, reason: device.reason },
        contact,
        reachableFrom,
        reachableTo,
      }),
    ),
    media: mediaFacts(session.media),
    accounts: session.accounts && {
      invites: accountFacts(facts, session.accounts.invites),
      stream: accountFacts(facts, session.accounts.stream),
    },
    inviteText: session.inviteText,
    contactRoute: contactFacts(facts, session.contactRouteId),
    topic: session.topic && {
      text: session.topic.text,
      flags: [...session.topic.flags].sort(),
      adjustments: session.topic.adjustments,
    },
    accessibility: {
      features: [...session.accessibility.features].sort(),
      arrangements: [...session.accessibility.arrangements].sort((a, b) => (a.need < b.need ? -1 : 1)),
    },
    reportingAdultId: session.reportingAdultId,
    riskAssessment: session.riskAssessment && {
      completedOn: session.riskAssessment.completedOn,
      agreedBy: session.riskAssessment.agreedBy,
    },
    linkSharedPrivately: session.linkSharedPrivately,
    audienceRestricted: withoutRecording(session.audienceRestricted),
    saving: withoutRecording(session.saving),
    organiser: session.organiser && {
      name: session.organiser.name,
      ...(session.organiser.dataUse ? { dataUse: session.organiser.dataUse } : {}),
      content: withoutRecording(session.organiser.content),
      suitability: withoutRecording(session.organiser.suitability),
      saved: withoutRecording(session.organiser.saved),
      reused: withoutRecording(session.organiser.reused),
    },
    audienceNotice: withoutRecording(session.audienceNotice),
    participants: facts.participants.map((participant) => ({
      id: participant.id,
      personId: participant.personId,
      displayName: participant.displayName,
      birth: participant.birth,
      accessRoute: participant.accessRoute,
      needs: [...participant.needs].sort(),
      exposure: participant.exposure,
      notCaptured: participant.notCaptured !== null,
    })),
  };
}

export type MaterialFacts = ReturnType<typeof materialFacts>;

/** An account that the session uses, and what it is called. */
function accountFacts({ organisation }: Facts, id: string | null) {
  return id && { id, label: organisation.approvedAccounts.find((one) => one.id === id)?.label ?? null };
}

/** How young people ask questions: the contact they are given, and what it leads to. */
function contactFacts({ organisation }: Facts, id: string | null) {
  const found = organisation.contactRoutes.find((one) => one.id === id);
  return id && { id, kind: found?.kind ?? null, value: found?.value ?? null };
}

function mediaFacts(media: Facts["session"]["media"]) {
  const kept = ({ since: _since, ...details }: typeof media.recording) =>
    details.on ? details : { on: false };
  const { imagesUse, replayUse, ...rest } = media;
  return {
    ...rest,
    ...(media.images && imagesUse ? { imagesUse } : {}),
    ...(media.replay && replayUse ? { replayUse } : {}),
    chat: media.chat.value,
    donations: media.donations.value,
    recording: kept(media.recording),
    aiNotes: kept(media.aiNotes),
  };
}

function withoutRecording<T extends { by: string; recordedAt: string }>(value: T | null) {
  if (!value) return null;
  const { by: _by, recordedAt: _recordedAt, ...rest } = value;
  return rest;
}
