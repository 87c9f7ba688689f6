import { from } from "./platform-sources";
import { starterMode } from "./starter-mode";

const facebook = {
  service: "Facebook",
  kind: "social",
  account: { age: 13, source: from.youthAccess },
  goLive: "unknown",
  donations: "unknown",
} as const;

const discord = {
  service: "Discord",
  kind: "social",
  account: { age: 13, source: from.discord },
  restrictsAudience: "yes",
  donations: "unknown",
  reportRoute: "Report the message or user; ban them from the server",
} as const;

const sixtyDays = "An account has to be 60 days old before it can go live.";
const teens = "Under-16s have restricted teen accounts.";

/** Social platforms other than YouTube. */
export const socialModes = [
  starterMode({
    ...facebook,
    key: "facebook-page",
    name: "Facebook Live – page",
    restrictsAudience: "no",
    reportRoute: "Block, hide or report the comment or person",
    note: ["Public. Comments can be limited to followers, slowed or restricted.", sixtyDays, teens],
    sources: [from.youthAccess, from.facebookLive, from.facebookComments, from.facebookModes, from.metaTeens],
  }),
  starterMode({
    ...facebook,
    key: "facebook-profile",
    name: "Facebook Live – profile",
    restrictsAudience: "yes",
    note: [
      "Can be for friends only or public: friends are a restriction, public is not.",
      "A profile belongs to a person; an organisation streams from its own account.",
      sixtyDays,
    ],
    sources: [from.facebookProfile, from.facebookLive, from.metaTeens],
  }),
  starterMode({
    ...facebook,
    key: "facebook-group",
    name: "Facebook – private group",
    restrictsAudience: "yes",
    note: ["Members only, and administrators approve who joins.", sixtyDays],
    sources: [from.youthAccess, from.facebookLive, from.metaTeens],
  }),
  starterMode({
    key: "instagram-live",
    name: "Instagram Live",
    service: "Instagram",
    kind: "social",
    account: 13,
    goLive: { age: 16, source: from.metaTeens },
    restrictsAudience: "no",
    donations: "unknown",
    reportRoute: "Report the comment or person",
    note: [
      "Only a public account with 1,000 followers or more can go live. Comments can be off or filtered.",
      teens,
    ],
    sources: [from.metaTeens],
  }),
  starterMode({
    key: "tiktok-live",
    name: "TikTok LIVE",
    service: "TikTok",
    kind: "social",
    account: { age: 13, source: from.tiktokLive },
    goLive: { age: 18, source: from.tiktokLive },
    restrictsAudience: "no",
    donations: "unknown",
    reportRoute: "Report the comment or person; moderators mute and remove",
    note: [
      "The host has to be 18 and have enough followers. Gifts can be sent by adults.",
      "Comments can be off, filtered, muted or approved first.",
    ],
    sources: [from.tiktokLive, from.tiktokComments, from.tiktokRestricted],
  }),
  starterMode({
    key: "twitch",
    name: "Twitch",
    service: "Twitch",
    kind: "social",
    account: { age: 13, source: from.twitchHwb },
    goLive: { age: 13, source: from.twitchAge },
    restrictsAudience: "no",
    donations: "unknown",
    reportRoute: "Twitch's report tool",
    note: ["Under-18s need the supervision of a parent. Captions come from add-ons."],
    sources: [from.twitchHwb, from.twitchAge],
  }),
  starterMode({
    ...discord,
    key: "discord-voice",
    name: "Discord – server voice or video",
    goLive: 13,
    note: ["Invitations and roles decide who gets in. Teen settings are the default in the UK."],
    sources: [from.discord],
  }),
  starterMode({
    ...discord,
    key: "discord-stage",
    name: "Discord – stage",
    goLive: { age: 18, source: from.discord },
    note: ["Only adults whose age Discord has assured can speak, so young people only listen."],
    sources: [from.discord],
  }),
  starterMode({
    key: "vimeo",
    name: "Vimeo",
    service: "Vimeo",
    kind: "social",
    account: { age: 16, source: from.vimeo },
    goLive: { age: 16, source: from.vimeo },
    restrictsAudience: "yes",
    donations: "none",
    parentAccountAllowed: true,
    note: [
      "A password and limits on where it is embedded restrict the audience. Downloads can be off.",
      "Younger people only through a parent's account, with the parent involved.",
    ],
    sources: [from.vimeo],
  }),
  starterMode({
    key: "streamyard",
    name: "StreamYard",
    service: "StreamYard",
    kind: "studio",
    account: "unknown",
    goLive: "unknown",
    restrictsAudience: "unknown",
    donations: "unknown",
    note: [
      "A studio: the stream appears on another platform, whose own rules count as well. Add that platform after it.",
      "People join as host, team member, guest or viewer.",
    ],
    sources: [from.streamyard],
  }),
];
