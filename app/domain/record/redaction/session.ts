import type { Assignment, ChosenMode, Session } from "../session";
import { typed, type Codes } from "./codes";

/** Built field by field, so that a field added to the format cannot leave unseen. */
export function redactSession(session: Session, codes: Codes): Session {
  return {
    id: session.id,
    reference: session.reference,
    title: typed(session.title),
    description: typed(session.description),
    kind: session.kind,
    format: session.format,
    audience: session.audience,
    plannedBy: codes.of("staff", session.plannedBy),
    createdAt: session.createdAt,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timesSince: session.timesSince,
    zone: session.zone,
    purpose: session.purpose,
    places: session.places.map(({ id, where, kind, since, suitable }) => ({
      id: codes.of("place", id),
      where: typed(where),
      kind,
      since,
      suitable: suitable && { ...codes.by(suitable), answer: suitable.answer },
    })),
    platforms: session.platforms.map((chosen) => redactChosenMode(chosen, codes)),
    assignments: session.assignments.map((assignment) => redactAssignment(assignment, codes)),
    media: redactMedia(session.media),
    accounts: session.accounts && {
      invites: codes.orNull("account", session.accounts.invites),
      stream: codes.orNull("account", session.accounts.stream),
      recordedAt: session.accounts.recordedAt,
    },
    inviteText: typed(session.inviteText),
    contactRouteId: codes.orNull("contact-route", session.contactRouteId),
    topic: session.topic && {
      text: typed(session.topic.text),
      flags: session.topic.flags.map((flag) => codes.of("topic", flag)),
      adjustments: typed(session.topic.adjustments),
      changedAt: session.topic.changedAt,
    },
    titleConfirmed: session.titleConfirmed && {
      ...codes.by(session.titleConfirmed),
      title: session.titleConfirmed.title === session.title ? typed(session.title) : "[another title]",
    },
    accessibility: {
      features: session.accessibility.features,
      arrangements: session.accessibility.arrangements.map(({ need, arrangement }) => ({
        need,
        arrangement: typed(arrangement),
      })),
    },
    reportingAdultId: codes.orNull("adult", session.reportingAdultId),
    riskAssessment: session.riskAssessment && {
      completedOn: session.riskAssessment.completedOn,
      agreedBy: codes.name(session.riskAssessment.agreedBy),
      recordedAt: session.riskAssessment.recordedAt,
    },
    linkSharedPrivately: session.linkSharedPrivately,
    audienceRestricted: considered(session.audienceRestricted, codes),
    saving: considered(session.saving, codes),
    organiser: session.organiser && redactOrganiser(session.organiser, codes),
    audienceNotice: session.audienceNotice && {
      ...codes.by(session.audienceNotice),
      points: session.audienceNotice.points,
      version: session.audienceNotice.version,
      where: typed(session.audienceNotice.where),
      placedAt: session.audienceNotice.placedAt,
      contact: typed(session.audienceNotice.contact),
    },
    submissions: session.submissions.map(({ id, at, by: sender, digest, returned }) => ({
      id: codes.of("submission", id),
      at,
      by: codes.of("staff", sender),
      digest,
      returned: returned && {
        at: returned.at,
        by: codes.of("staff", returned.by),
        comments: typed(returned.comments),
      },
    })),
    cancelled: ended(session.cancelled, codes),
    recordedLate: ended(session.recordedLate, codes),
  };
}

function redactMedia(media: Session["media"]): Session["media"] {
  return {
    camera: media.camera,
    voice: media.voice,
    name: media.name,
    chat: { value: media.chat.value, since: media.chat.since },
    recording: kept(media.recording),
    aiNotes: kept(media.aiNotes),
    donations: { value: media.donations.value, since: media.donations.since },
    images: media.images,
    ...(media.imagesUse
      ? { imagesUse: { purpose: typed(media.imagesUse.purpose), until: media.imagesUse.until } }
      : {}),
    replay: media.replay,
    ...(media.replayUse
      ? { replayUse: { where: typed(media.replayUse.where), until: media.replayUse.until } }
      : {}),
    adultOnCamera: media.adultOnCamera,
  };
}

function redactChosenMode(chosen: ChosenMode, codes: Codes): ChosenMode {
  return {
    modeId: chosen.modeId,
    chosenAt: chosen.chosenAt,
    settings: Object.fromEntries(
      Object.entries(chosen.settings).map(([setting, { answer, note }]) => [
        setting,
        { answer, note: typed(note) },
      ]),
    ),
    checked: chosen.checked && codes.by(chosen.checked),
  };
}

function redactAssignment(assignment: Assignment, codes: Codes): Assignment {
  const { device } = assignment;
  return {
    id: codes.of("assignment", assignment.id),
    adultId: codes.of("adult", assignment.adultId),
    role: assignment.role,
    present: assignment.present,
    confirmed: assignment.confirmed && codes.by(assignment.confirmed),
    device: device && {
      kind: device.kind,
      authorisedBy: codes.nameOrNull(device.authorisedBy),
      reason: typed(device.reason),
      recordedAt: device.recordedAt,
    },
    contact: typed(assignment.contact),
    reachableFrom: assignment.reachableFrom,
    reachableTo: assignment.reachableTo,
    addedAt: assignment.addedAt,
  };
}

type Organiser = NonNullable<Session["organiser"]>;

function redactOrganiser(organiser: Organiser, codes: Codes): Organiser {
  const { content, suitability } = organiser;
  return {
    name: codes.of("organisation-named", organiser.name),
    ...(organiser.dataUse ? { dataUse: typed(organiser.dataUse) } : {}),
    content: content && {
      ...codes.by(content),
      outline: typed(content.outline),
      source: typed(content.source),
      obtainedOn: content.obtainedOn,
    },
    suitability: suitability && {
      ...codes.by(suitability),
      suitable: suitability.suitable,
      ageGuidance: suitability.ageGuidance,
      note: typed(suitability.note),
    },
    saved: told(organiser.saved, codes),
    reused: told(organiser.reused, codes),
  };
}

function told(fact: Organiser["saved"], codes: Codes): Organiser["saved"] {
  return (
    fact && {
      ...codes.by(fact),
      answer: fact.answer,
      toldBy: codes.nameOrNull(fact.toldBy),
      toldOn: fact.toldOn,
      where: typed(fact.where),
      until: fact.until,
    }
  );
}

function kept({ on, since, reason, keptWhere, seenBy, deleteBy }: Session["media"]["recording"]) {
  return {
    on,
    since,
    reason: typed(reason),
    keptWhere: typed(keptWhere),
    seenBy: typed(seenBy),
    deleteBy,
  };
}

function considered(value: Session["saving"], codes: Codes): Session["saving"] {
  return (
    value && {
      ...codes.by(value),
      answer: value.answer,
      how: typed(value.how),
      reason: typed(value.reason),
    }
  );
}

function ended(value: Session["cancelled"], codes: Codes): Session["cancelled"] {
  return value && { at: value.at, by: codes.of("staff", value.by), reason: typed(value.reason) };
}
