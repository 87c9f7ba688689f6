import type { ShownNotice } from "~/components/notice-list";
import type { Notice, OrganisationNotice, SessionNotice } from "~/data/notices.server";
import { organisationNoticeWords } from "~/domain/people/organisation-notices";
import { role } from "~/domain/record/fields";
import { noticeWords } from "~/domain/session/notice-kinds";
import { changesInWords } from "~/domain/sign-off/change-words";
import { HOME_ZONE } from "~/domain/time/today";
import { instantInWords } from "~/domain/time/words";
import { policyLabels } from "~/forms/policy-form";
import { roleWords } from "~/forms/user-forms";
import { paths } from "~/paths";

/** What somebody is told, in words, leading to where it can be looked at. */
export function shownNotice(notice: Notice): ShownNotice {
  return notice.about === "session" ? shownOfSession(notice) : shownOfOrganisation(notice);
}

function shownOfOrganisation({ id, kind, name, changes, at }: OrganisationNotice): ShownNotice {
  const aboutPolicy = kind === "policy_loosened";
  return {
    id,
    title: name ?? (aboutPolicy ? "Policy" : "Signing in"),
    to: aboutPolicy ? paths.policy : null,
    what: organisationNoticeWords[kind],
    changes: changes.map((code) =>
      aboutPolicy ? (policyLabels[code] ?? code) : roleWords[role.parse(code)],
    ),
    at: instantInWords(at, HOME_ZONE),
  };
}

/** What is told with the session codes of young people, as it is. */
const ofLinks = ["link_stopped", "link_stopped_answered", "link_locked"];
/** What came of an answer is told by the session's reference, so that no title stands beside a young person's code. */
const ofAnswers = ["sign_off_suspended", "consent_changed", "consent_changed_after", ...ofLinks];

function shownOfSession(notice: SessionNotice): ShownNotice {
  const { id, title, reference, zone, kind, changes, at } = notice;
  return {
    id,
    title: ofAnswers.includes(kind) ? reference : title,
    to: whereTold(notice),
    what: noticeWords[kind],
    changes: ofLinks.includes(kind)
      ? changes
      : changesInWords(
          changes.filter((code) => !(kind === "sign_off_suspended" && code.startsWith("consent"))),
        ),
    at: instantInWords(at, zone),
  };
}

function whereTold({ kind, sessionId }: SessionNotice): string {
  if (kind === "consent_changed") return paths.consent(sessionId);
  if (ofLinks.includes(kind)) return paths.ownLinks(sessionId);
  if (kind === "consent_changed_after") return paths.stopUsing(sessionId);
  return kind.startsWith("sign_off_") ? paths.lapsed(sessionId) : paths.session(sessionId);
}
