/** A page about a platform, its own date where it has one, and how much it can be relied on. */
export type PlatformSource = {
  address: string;
  date: string | null;
  confidence: "official" | "reputable" | "weak";
};

function official(address: string, date: string | null = null): PlatformSource {
  return { address, date, confidence: "official" };
}

function reputable(address: string, date: string | null = null): PlatformSource {
  return { address, date, confidence: "reputable" };
}

function weak(address: string, date: string | null = null): PlatformSource {
  return { address, date, confidence: "weak" };
}

/** Where the starter list of platforms comes from. */
export const from = {
  zoomTerms: reputable(
    "conductatlas.com/platform/zoom/zoom-terms-of-service/age-restriction-and-minor-use-prohibition",
  ),
  zoomSecurity: official("support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0061231"),
  zoomReport: official("support.zoom.us/hc/en-us/articles/360041848151"),
  zoomAccess: reputable("wiki.diglib.org/Zoom_Accessibility"),
  zoomAccessFaq: official("preview.zoom.com/en/accessibility/faq"),
  teamsSettings: reputable("syscon-inc.com/teams-settings-and-security-defaults"),
  teamsCaptions: reputable("hub.acadiau.ca/TDClient/KB/ArticleDet?ID=942"),
  teamsBroadcast: official("learn.microsoft.com/en-us/graph/api/resources/broadcastMeetingSettings"),
  meetConsent: official("knowledge.workspace.google.com/admin/meet/manage-participant-consent"),
  googleAge: official("support.google.com/families/answer/7106787"),
  meetHost: weak("edtech.cafe/how-to-use-google-meet-host-controls"),
  youtubeAge: reputable(
    "techweez.com/2025/06/26/youtube-now-requires-creators-to-be-16-or-older",
    "2025-06-26",
  ),
  youtubeKids: official("support.google.com/youtube/answer/9632097", "2023-10-03"),
  youtubeChat: official("support.google.com/youtube/answer/9826490"),
  youtubeVisibility: weak("oembed.org/blog/how-to-make-your-youtube"),
  youthAccess: reputable("youthaccess.org.uk/remote-support-toolkit"),
  facebookLive: reputable("techeconomy.ng/?p=134572", "2024-06-20"),
  facebookComments: official("creators.facebook.com/comment-moderation-and-support"),
  facebookProfile: reputable("rankedin.ladesk.com/237420"),
  facebookModes: reputable("support.switcherstudio.com/article/319"),
  metaTeens: reputable("en.ain.ua/2025/04/09/instagram-restricts-teenager-live", "2025-04-09"),
  tiktokLive: official("tiktok.com/safety/en-gb/live-safety-guide", "2024-11-11"),
  tiktokComments: official("support.tiktok.com/en/live-gifts-wallet/tiktok-live/comments-on-tiktok-live"),
  tiktokRestricted: official(
    "support.tiktok.com/en/safety-hc/account-and-user-safety/age-restricted-content-on-tiktok-live",
  ),
  twitchHwb: reputable("hwb.gov.wales/keeping-safe-online/in-the-know/twitch"),
  twitchAge: weak("tinygrab.com/how-old-do-you-have-to-be-to-stream-on-twitch"),
  discord: reputable("pocketgamer.biz/discord-to-roll-out-global-safety-update", "2026-02-11"),
  vimeo: reputable("vimeo.com/privacy", "2022-10-17"),
  streamyard: official("support.streamyard.com/hc/en-us/articles/15401510873620", "2024-11-06"),
  webexWebinar: official("help.webex.com/article/n1o0aecb"),
  webexRecording: official("webex.com/webex_mc_supp-text.html"),
  whereby: official("whereby.helpscoutdocs.com/article/527-policies"),
  jitsiAccess: official("community.jitsi.org/t/jitsi-meet-unauthorized-access/29280"),
  jitsiRooms: reputable("git.fairkom.net/hosting/fairmeeting/-/issues/46"),
} as const satisfies Record<string, PlatformSource>;
