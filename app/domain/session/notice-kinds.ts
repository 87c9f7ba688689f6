/** What a member is told has happened to a session. */
export const noticeKinds = [
  "signed_off",
  "returned",
  "cancelled",
  "recorded_late",
  "sign_off_lapsed",
  "sign_off_suspended",
  "sign_off_restored",
  "sign_off_carried_forward",
  "consent_changed",
  "consent_changed_after",
  "link_stopped",
  "link_stopped_answered",
  "link_locked",
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** What happened, for the person who is told. */
export const noticeWords: Record<NoticeKind, string> = {
  signed_off: "Signed off",
  returned: "Sent back with comments",
  cancelled: "Cancelled",
  recorded_late: "Recorded after it had happened, without a sign-off",
  sign_off_lapsed: "The sign-off lapsed",
  sign_off_suspended: "The sign-off is suspended: a young person changed their mind",
  sign_off_restored: "The sign-off is in force again",
  sign_off_carried_forward: "Changed, and still signed off: the change only narrows what the session does",
  consent_changed: "Somebody changed their mind: put this right",
  consent_changed_after: "Somebody changed their mind after the session: look at what was kept",
  link_stopped: "Somebody said that a link is not for them: see that a new one reaches the right person",
  link_stopped_answered:
    "Somebody said that a link is not for them, and answers came through it before: ask the person whether they gave them",
  link_locked: "A link is locked after five wrong tries: speak with them before you open it again",
};
