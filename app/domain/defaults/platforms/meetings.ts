import { from } from "./platform-sources";
import { starterMode } from "./starter-mode";

const accessible = { captions: "yes", screen_reader: "yes", keyboard: "yes" } as const;

const zoom = {
  service: "Zoom",
  kind: "meeting",
  account: { age: 16, source: from.zoomTerms },
  goLive: { age: 16, source: from.zoomTerms },
  restrictsAudience: "yes",
  donations: "none",
  features: accessible,
  reportRoute: "Report the user, remove them, or suspend all activity (Security menu)",
} as const;

const teams = {
  service: "Microsoft Teams",
  kind: "meeting",
  account: "unknown",
  goLive: "none",
  restrictsAudience: "yes",
  donations: "none",
  features: accessible,
} as const;

/** Video meetings and webinars: an invited group, let in by the organisation. */
export const meetings = [
  starterMode({
    ...zoom,
    key: "zoom-meeting",
    name: "Zoom meeting",
    note: [
      "Waiting room, passcode, lock and registration keep strangers out; the host can limit chat, renaming and recording.",
      "Zoom's terms say that its services are not for under 16s, which may mean invited guests too: other pages say guests of any age are fine.",
      "Screen readers work; the chat is the weakest part for them.",
    ],
    sources: [from.zoomTerms, from.zoomSecurity, from.zoomReport, from.zoomAccess, from.zoomAccessFaq],
  }),
  starterMode({
    ...zoom,
    key: "zoom-webinar",
    name: "Zoom webinar",
    note: [
      "Registration decides who gets in. Attendees are only heard through chat and questions.",
      "As for Zoom meetings, the terms name 16.",
    ],
    sources: [from.zoomTerms, from.zoomSecurity, from.zoomAccess],
  }),
  starterMode({
    ...teams,
    key: "teams-meeting",
    name: "Teams meeting",
    reportRoute: "Remove from the meeting; report to whoever looks after your Teams",
    note: [
      "Lobby, presenter roles and a passcode keep strangers out; chat can be switched off; captions are a policy setting.",
      "The lobby can keep AI note-takers out. The minimum age for guests was not found.",
    ],
    sources: [from.teamsSettings, from.teamsCaptions],
  }),
  starterMode({
    ...teams,
    key: "teams-town-hall",
    name: "Teams town hall",
    note: [
      "Formerly “live event”: for everyone, the organisation, or named people. Recording and questions are the organiser's to switch.",
      "The minimum age for guests was not found.",
    ],
    sources: [from.teamsBroadcast],
  }),
  starterMode({
    key: "google-meet",
    name: "Google Meet",
    service: "Google Meet",
    kind: "meeting",
    account: { age: 13, source: from.googleAge },
    goLive: "none",
    restrictsAudience: "yes",
    donations: "none",
    features: accessible,
    note: [
      "People knock, and the host lets them in and can lock the chat. Younger children have supervised accounts only.",
      "An administrator can require explicit consent to recording, transcripts and AI notes.",
    ],
    sources: [from.googleAge, from.meetConsent, from.meetHost],
  }),
  starterMode({
    key: "webex-webinar",
    name: "Webex webinar",
    service: "Webex",
    kind: "meeting",
    account: "unknown",
    goLive: "none",
    restrictsAudience: "yes",
    donations: "none",
    note: [
      "Registration with approval and a personal ID for each attendee.",
      "Its privacy supplement counts joining a recorded meeting as consent to it, which your own consent cannot rest on.",
    ],
    sources: [from.webexWebinar, from.webexRecording],
  }),
  starterMode({
    key: "whereby",
    name: "Whereby",
    service: "Whereby",
    kind: "meeting",
    account: { age: 18, source: from.whereby },
    goLive: { age: 18, source: from.whereby },
    restrictsAudience: "yes",
    donations: "none",
    note: ["Adults only by its own policy, so it cannot be used with under-18s."],
    sources: [from.whereby],
  }),
  starterMode({
    key: "jitsi",
    name: "Jitsi (meet.jit.si)",
    service: "Jitsi",
    kind: "meeting",
    account: "unknown",
    goLive: "unknown",
    restrictsAudience: "yes",
    donations: "none",
    note: [
      "A password and a lobby can be set. A room name that can be guessed lets strangers in, and whoever joins first is moderator.",
      "Your own server can require a login.",
    ],
    sources: [from.jitsiAccess, from.jitsiRooms],
  }),
];
