import type { ShownNotice } from "~/components/notice-list";
import type { Notice } from "~/data/notices.server";
import { noticeWords } from "~/domain/session/notice-kinds";
import { changesInWords } from "~/domain/sign-off/change-words";
import { instantInWords } from "~/domain/time/words";
import { paths } from "~/paths";

/** What somebody is told, in words, leading to where it can be looked at. */
export function shownNotice({ id, sessionId, title, zone, kind, changes, at }: Notice): ShownNotice {
  const aboutSignOff = kind.startsWith("sign_off_");
  return {
    id,
    title,
    to: aboutSignOff ? paths.lapsed(sessionId) : paths.session(sessionId),
    what: noticeWords[kind],
    changes: changesInWords(
      changes.filter((code) => !(kind === "sign_off_suspended" && code.startsWith("consent"))),
    ),
    at: instantInWords(at, zone),
  };
}
