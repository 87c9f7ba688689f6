import { findPersonalDetails } from "../../identity/personal-details";
import { parseDate } from "../../time/words";
import { Temporal } from "temporal-polyfill";
import { checked, fix, silent, wrong, type Rule, type RuleFinding } from "../rule";
import { youthAccess } from "../sources";
import type { View } from "../view";
import { statedForSession } from "./session-statement";
import { adultsState, organisationStates } from "./standing-statements";

export const organisationalAccounts: Rule = {
  id: "R01",
  title: "Young people are contacted only through the organisation's accounts",
  strength: "do",
  source: youthAccess,
  checks:
    "The accounts for invitations and, when we host, for the stream are on the organisation's approved list on the day.",
  states: "Only organisational accounts are used for this session.",
  undoneBy: "The account changes or leaves the approved list.",
  check: (view) => {
    const { accounts } = view.facts.session;
    const wanted = [
      { what: "invitations", accountId: accounts?.invites ?? null },
      ...(view.hosting ? [{ what: "the stream", accountId: accounts?.stream ?? null }] : []),
    ];
    const findings = wanted.flatMap(({ what, accountId }) => approvedAccount(view, what, accountId));
    findings.push(
      ...statedForSession(
        view,
        "organisation_accounts_only",
        "only the organisation's accounts are used",
        accounts?.recordedAt ?? null,
      ),
    );
    return checked("The accounts used are the organisation's own.", findings);
  },
};

function approvedAccount(view: View, what: string, accountId: string | null): RuleFinding[] {
  const fixes = [
    fix("Choose the account", "statements"),
    fix("add an approved account", "organisation", "accounts"),
  ];
  if (accountId === null) {
    return [
      silent("account_missing", {
        subject: `account:${what === "invitations" ? "invites" : "stream"}`,
        headline: `The account for ${what} has not been chosen`,
        message: "Young people are contacted only through accounts that belong to the organisation.",
        fixes,
      }),
    ];
  }
  const account = view.facts.organisation.approvedAccounts.find((entry) => entry.id === accountId);
  const approved =
    account &&
    Temporal.PlainDate.compare(parseDate(account.validFrom), view.startDate) <= 0 &&
    (!account.validTo || Temporal.PlainDate.compare(parseDate(account.validTo), view.endDate) >= 0);
  if (approved) return [];
  return [
    wrong("account_not_approved", {
      subject: `account:${what === "invitations" ? "invites" : "stream"}`,
      headline: `The account for ${what} is not approved on the day`,
      message: "It is not on the organisation's list of approved accounts on the session's date.",
      fixes,
    }),
  ];
}

export const noPersonalDetails: Rule = {
  id: "R02",
  title: "Staff's personal details are not given out",
  strength: "do",
  source: youthAccess,
  checks: "The invitation holds no telephone number or e-mail address but the organisation's.",
  states: "No personal details of staff are given out.",
  undoneBy: "The invitation is edited.",
  check: (view) => {
    const { organisation, session, derived } = view.facts;
    const found =
      derived?.inviteFindings ??
      findPersonalDetails(session.inviteText ?? "", {
        allowedDomains: organisation.emailDomains,
        allowedContacts: organisation.contactRoutes.map((route) => route.value),
      });
    const findings = found.map((code) =>
      wrong(`invitation_has_${code}`, {
        subject: "session",
        headline: `The invitation holds ${code === "email" ? "an e-mail address" : "a telephone number"} that is not the organisation's`,
        message: "Young people reach staff only through the organisation's own contact details.",
        fixes: [fix("Edit the invitation", "statements")],
      }),
    );
    findings.push(...statedForSession(view, "no_personal_details", "no personal details are given out"));
    return checked("The invitation gives only the organisation's contact details.", findings);
  },
};

export const personalAccountsPrivate = adultsState({
  id: "R04",
  title: "Young people cannot see staff's personal accounts",
  strength: "do",
  kind: "personal_accounts_private",
  what: "their personal accounts are private",
  checks:
    "Every assigned adult but guests has stated it within the organisation's interval, on the session's date.",
  states:
    "Young people cannot see my personal accounts; I keep them private. Professional accounts are exempt.",
  undoneBy: "The statement grows older than the interval; an adult is added.",
});

export const noPersonalRelationships = adultsState({
  id: "R05",
  title: "Professional accounts are not used for personal relationships",
  strength: "do",
  kind: "no_personal_relationships",
  endsWhenStoodDown: true,
  what: "professional accounts are not used to form personal relationships",
  checks: "As R04.",
  states: "I do not use professional accounts to form personal relationships with young people.",
  undoneBy: "As R04; the adult is stood down.",
});

export const privateUse = adultsState({
  id: "R06",
  title: "Own private use does not compromise the worker or the profession",
  strength: "do",
  kind: "private_use",
  what: "their private use of social media does not compromise them or their profession",
  checks: "As R04.",
  states: "I keep my work with young people in mind when I use social media privately.",
  undoneBy: "As R04.",
});

export const friendRequests = organisationStates({
  id: "R09",
  title: "How friend requests are handled is settled and said from the start",
  strength: "do",
  kind: "friend_requests_settled",
  what: "it has settled how friend requests are handled and says so from the start",
  checks: "The organisation has stated it within its interval, on the session's date.",
  states: "We have settled how friend and follow requests are handled; the briefing says so.",
  undoneBy: "The statement grows older than the interval.",
});

const contactThroughUs = organisationStates({
  id: "R10",
  title: "Questions and contact go to professional accounts",
  strength: "do",
  kind: "contact_through_us",
  what: "questions and contact are directed to its professional accounts",
  checks:
    "The organisation has stated it within its interval, and the session names one of its contact routes.",
  states: "We direct questions and communications to our professional sites and accounts.",
  undoneBy: "The contact route changes; the statement grows older than the interval.",
});

export const contactRoute: Rule = {
  ...contactThroughUs,
  check: (view) => {
    const stated = contactThroughUs.check(view);
    if (!stated.applies) return stated;
    const { session, organisation } = view.facts;
    const known = organisation.contactRoutes.some((route) => route.id === session.contactRouteId);
    const missing = silent("contact_route_missing", {
      subject: "session",
      headline: "How young people can ask questions has not been chosen",
      message: "The invitation and the briefing name one contact of the organisation.",
      fixes: [fix("Choose the contact", "statements"), fix("add a contact", "organisation", "contacts")],
    });
    return { ...stated, findings: known ? stated.findings : [...stated.findings, missing] };
  },
};

export const privacyNotGuaranteed = organisationStates({
  id: "R11",
  title: "Everyone knows that privacy online is not guaranteed",
  strength: "do",
  kind: "privacy_not_guaranteed",
  what: "staff and young people are told that privacy online is not guaranteed and deleted posts leave a trace",
  checks: "The organisation has stated it within its interval, on the session's date.",
  states:
    "Confidentiality and privacy are not guaranteed on social media, and deleted material leaves a trace: our staff know it and our briefing says it.",
  undoneBy: "The statement grows older than the interval.",
});

export const noTherapy: Rule = {
  id: "R12",
  title: "No therapeutic conversations on social media",
  strength: "do",
  source: youthAccess,
  checks:
    "What the session is for is on record where a social platform is used, and it is not therapy or counselling.",
  states: "There are no therapeutic conversations, and a disclosure is moved off the stream.",
  undoneBy: "The purpose or the platform changes.",
  check: (view) => {
    const findings = statedForSession(
      view,
      "no_therapeutic_conversations",
      "there are no therapeutic conversations",
    );
    const social = view.modes.find(({ mode }) => mode.kind === "social");
    if (social && view.facts.session.purpose === null) {
      findings.push(
        silent("purpose_missing", {
          subject: "session",
          headline: "What the session is for has not been said",
          message: `It uses ${social.mode.name}, where there is no place for therapy or counselling.`,
          fixes: [fix("Say what it is for", "details")],
        }),
      );
    }
    if (social && view.facts.session.purpose === "therapy") {
      findings.push(
        wrong("therapy_on_social", {
          subject: `mode:${social.mode.id}`,
          headline: "Therapy or counselling does not belong on social media",
          message: `The session is for therapy or counselling and uses ${social.mode.name}.`,
          fixes: [fix("Choose another platform", "platform"), fix("correct the purpose", "details")],
        }),
      );
    }
    return checked("The session holds no therapeutic conversations.", findings);
  },
};
