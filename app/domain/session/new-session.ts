import type { Session } from "../record/session";

/** The parts of a session that are always read and written whole. */
export type SessionDetails = Pick<
  Session,
  | "purpose"
  | "places"
  | "media"
  | "accounts"
  | "inviteText"
  | "topic"
  | "titleConfirmed"
  | "accessibility"
  | "riskAssessment"
  | "linkSharedPrivately"
  | "audienceRestricted"
  | "saving"
  | "organiser"
  | "audienceNotice"
>;

/** What a session starts with: everything that could expose anybody is off, and nothing is answered. */
export function emptyDetails(now: string): SessionDetails {
  const off = { on: false, since: now, reason: null, keptWhere: null, seenBy: null, deleteBy: null };
  return {
    purpose: null,
    places: [],
    media: {
      camera: false,
      voice: false,
      name: true,
      chat: { value: "off", since: now },
      recording: off,
      aiNotes: off,
      donations: { value: "not_known", since: now },
      images: false,
      replay: false,
      adultOnCamera: null,
    },
    accounts: null,
    inviteText: null,
    topic: null,
    titleConfirmed: null,
    accessibility: { features: [], arrangements: [] },
    riskAssessment: null,
    linkSharedPrivately: null,
    audienceRestricted: null,
    saving: null,
    organiser: null,
    audienceNotice: null,
  };
}

/** The parts of a session as they stand, to be changed and written back. */
export function detailsOf(session: Session): SessionDetails {
  const { purpose, places, media, accounts, inviteText, topic, titleConfirmed, accessibility } = session;
  const { riskAssessment, linkSharedPrivately, audienceRestricted, saving, organiser, audienceNotice } =
    session;
  return {
    purpose,
    places,
    media,
    accounts,
    inviteText,
    topic,
    titleConfirmed,
    accessibility,
    riskAssessment,
    linkSharedPrivately,
    audienceRestricted,
    saving,
    organiser,
    audienceNotice,
  };
}
