import { redirect } from "@remix-run/node";
import type { Notice } from "~/components/notification-banner";
import { cookieNameAt, parseCookie, stringifyCookie } from "./cookie.server";

const cookie = "greenroom-notice";

/** What a page says once after a redirect. The cookie carries the code alone, never words. */
const notices = {
  saved: { kind: "success", text: "Saved" },
  added: { kind: "success", text: "Added" },
  removed: { kind: "success", text: "Removed" },
  signed_out_of_others: { kind: "success", text: "You are signed out of the others" },
  signed_out_elsewhere: { kind: "success", text: "You are signed out everywhere else" },
  second_step_removed: {
    kind: "success",
    text: "Their second step is removed",
    detail: "They are signed out everywhere, and set up another when they need it.",
  },
  passkey_added: {
    kind: "success",
    text: "Your passkey is added",
    detail: "You are signed out everywhere else.",
  },
  passkey_removed: {
    kind: "success",
    text: "Removed",
    detail: "Delete it on your device too, where your passwords are kept.",
  },
  recovery_code_used: {
    kind: "important",
    text: "You used one of your recovery codes",
    detail: "Each works once. When few are left, get new ones under your account.",
  },
  password_changed: {
    kind: "success",
    text: "Your password is changed",
    detail: "You are signed out everywhere else.",
  },
  saved_sign_offs_lapsed: {
    kind: "important",
    text: "Saved. A sign-off has lapsed.",
    detail:
      "Sessions that rest on this were judged again. Who planned, signed and hosts them has been told what changed.",
  },
  platforms_added: {
    kind: "success",
    text: "Added",
    detail: "Nobody has checked it yet: open it, read the platform's current rules and record the check.",
  },
  platform_checked: { kind: "success", text: "The check is recorded" },
  stated: { kind: "success", text: "Your statement is recorded" },
  policy_changed: { kind: "success", text: "The new version of the policy is saved" },
  wording_published: { kind: "success", text: "The new words are in use" },
  wording_asks_again: {
    kind: "success",
    text: "The new words are in use",
    detail: "Whoever said yes is asked again. Their links ask the question that has changed.",
  },
  briefing_published: { kind: "success", text: "The new briefing is in use" },
  invitation_mailed: {
    kind: "success",
    text: "The invitation is on its way",
    detail: "Its link works for seven days. Only they can open it.",
  },
  mail_sent_again: { kind: "success", text: "It is on its way again" },
  invitation_confirmed: { kind: "success", text: "Confirmed. They can sign in now." },
  invitation_taken_back: { kind: "success", text: "The invitation is taken back" },
  reset_asked: {
    kind: "success",
    text: "Look into your mail",
    detail: "If there is an account with this address, a link is on its way. It works for one hour.",
  },
  password_reset: {
    kind: "success",
    text: "Your new password is saved",
    detail: "You are signed out everywhere. Sign in with it.",
  },
  export_running: {
    kind: "important",
    text: "A file is being made for your organisation",
    detail: "Wait a few seconds, then try again.",
  },
  sign_in_removed: { kind: "success", text: "Removed. Everybody signs in here again." },
  name_accepted: { kind: "success", text: "They are shown by this name from now on" },
  name_refused: { kind: "success", text: "They are asked to choose another name" },
  link_unlocked: { kind: "success", text: "The link opens again" },
  link_mailed: { kind: "success", text: "The link is on its way" },
  nudge_noted: { kind: "success", text: "Noted that you told them again" },
  link_taken_back: { kind: "success", text: "The link opens nothing any more" },
  identity_linked: {
    kind: "success",
    text: "Your account is linked",
    detail: "From now on you can sign in with your organisation.",
  },
  identity_unlinked: {
    kind: "success",
    text: "Your account is no longer linked",
    detail: "You cannot sign in with your organisation any more.",
  },
  switched: { kind: "success", text: "You are in another organisation now" },
  joined: { kind: "success", text: "You have joined" },
  membership_ended: { kind: "success", text: "They can no longer sign in to this organisation" },
  planned: { kind: "success", text: "The session is planned. Work through the list at your own pace." },
  planned_past: {
    kind: "important",
    text: "The session is planned for a time that has passed",
    detail: "If it has already happened, you can put it on record. If not, correct the date under Details.",
  },
  saved_past: {
    kind: "important",
    text: "Saved. The session starts at a time that has passed.",
    detail: "If it has already happened, you can put it on record. If not, correct the date under Details.",
  },
  saved_carried_forward: {
    kind: "success",
    text: "Saved",
    detail: "It only narrows what the session does, so the sign-off stands.",
  },
  saved_lapsed: {
    kind: "important",
    text: "Saved. The sign-off has lapsed.",
    detail:
      "The session needs to be marked ready and signed off again. Everybody concerned has been told what changed.",
  },
  saved_suspended: {
    kind: "important",
    text: "Saved. The sign-off is suspended.",
    detail: "The session is not ready. The people running it have been told what to change.",
  },
  saved_restored: {
    kind: "success",
    text: "Saved. The sign-off is in force again.",
    detail: "The approver has been told.",
  },
  saved_touched: {
    kind: "important",
    text: "Saved. A sign-off that rested on this has lapsed.",
    detail:
      "The people of each session concerned have been told. It needs to be marked ready and signed off again.",
  },
  stood_down: {
    kind: "success",
    text: "Stood down",
    detail: "Sessions that count on them are not ready until somebody else is chosen.",
  },
  brought_back: { kind: "success", text: "Back at work with young people" },
  marked_ready: { kind: "success", text: "Marked ready and sent for sign-off" },
  look_again: {
    kind: "important",
    text: "The session changed while you were looking",
    detail: "This is how it stands now. Look at it again.",
  },
  removal_done: { kind: "success", text: "Noted: stopped using and removed" },
  read: { kind: "success", text: "Marked as read" },
  signed_off: { kind: "success", text: "Signed off" },
  returned: { kind: "success", text: "Sent back with your comments" },
  cancelled: { kind: "success", text: "The session is cancelled" },
  recorded_late: { kind: "success", text: "Recorded as a session that has already happened" },
  organisation_made: { kind: "success", text: "Your organisation is set up" },
  signed_out: { kind: "success", text: "You are signed out" },
} satisfies Record<string, Notice>;

export type NoticeCode = keyof typeof notices;

/** Redirects after a successful POST, and has the next page say what happened. */
export function redirectWithNotice(to: string, code: NoticeCode, headers: HeadersInit = {}): Response {
  const all = new Headers(headers);
  all.append("Set-Cookie", stringifyCookie(cookie, code, { secure: false, maxAge: 60 }));
  return redirect(to, { headers: all, status: 303 });
}

/** The notice to show, and the header that keeps it from being shown again. */
export function takeNotice(
  request: Request,
  origin: string,
): { notice: Notice | null; headers: HeadersInit } {
  const code = parseCookie(request, cookieNameAt(origin, cookie));
  if (!code) return { notice: null, headers: {} };
  const notice = Object.hasOwn(notices, code) ? notices[code as NoticeCode] : null;
  return { notice, headers: { "Set-Cookie": stringifyCookie(cookie, "", { secure: false, maxAge: 0 }) } };
}
