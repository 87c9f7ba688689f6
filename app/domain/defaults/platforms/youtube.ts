import { from } from "./platform-sources";
import { starterMode } from "./starter-mode";

/** The day from which YouTube asks for 16 to go live, and for an adult in sight where someone younger is on camera. */
const SIXTEEN_SINCE = "2025-07-22";

const sixteen = { age: 16, source: from.youtubeAge, validFrom: SIXTEEN_SINCE } as const;
const youtube = {
  service: "YouTube",
  kind: "social",
  account: { age: 13, source: from.googleAge },
  goLive: sixteen,
  onCamera: sixteen,
} as const;

const open = {
  ...youtube,
  restrictsAudience: "no",
  donations: "can_be_switched_off",
  features: { captions: "yes", screen_reader: "yes", keyboard: "yes" },
  reportRoute: "Flag the comment or the channel; moderators hide and remove",
} as const;

const forKids =
  "A stream that is marked as made for kids has no live chat, comments, donations or notifications. Chat can be off, held for review, or have moderators and blocked words.";
const noAdult =
  "With 13 to 15-year-olds on camera and no adult in sight, a stream can lose its chat or be removed.";

export const youtubeModes = [
  starterMode({
    ...open,
    key: "youtube-public",
    name: "YouTube – public",
    note: ["Anybody can watch, and anybody can save it.", noAdult, forKids],
    sources: [from.youtubeAge, from.googleAge, from.youtubeKids, from.youtubeChat],
  }),
  starterMode({
    ...open,
    key: "youtube-unlisted",
    name: "YouTube – unlisted",
    note: [
      "Anybody who has the link can watch and pass it on: an unlisted link does not restrict the audience.",
      noAdult,
      forKids,
    ],
    sources: [from.youtubeVisibility, from.youtubeAge, from.googleAge, from.youtubeKids],
  }),
  starterMode({
    ...youtube,
    key: "youtube-private",
    name: "YouTube – private",
    restrictsAudience: "yes",
    donations: "unknown",
    note: ["Each viewer needs a Google account that you invite by name.", noAdult],
    sources: [from.youtubeVisibility, from.youtubeAge, from.googleAge],
  }),
];
