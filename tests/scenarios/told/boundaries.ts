import { redactRecord } from "~/domain/record/redact";
import type { Session } from "~/domain/record/session";
import { youtubePrivate } from "../../factories/platform-modes";
import { aRecord, type Trait } from "../../factories/record";
import { aStatement } from "../../factories/statements";
import { alsoStated, find, neverStated, statedAt, statedNo, withSession } from "../../factories/traits";
import { scenarios } from "../all";
import type { Case } from "../amiss/case";
import { casesFrom, casesOf } from "../amiss/case";
import type { Told } from "./told";

const one = casesFrom<Told[]>({});
const redacted = casesOf<Told[]>(() => redactRecord(aRecord()));
const onYoutube = casesFrom<Told[]>({ modes: [youtubePrivate()], chat: "off" });
const joined = casesOf<Told[]>(() => structuredClone(scenarios["s06-variant-both-given"]!));

function accounts(changes: Partial<NonNullable<Session["accounts"]>>): Trait {
  return (record) => void Object.assign(record.session.accounts ?? {}, changes);
}

const CHOOSE = "statements organisation:accounts";

/** What keeps staff and young people at a distance, one thing at a time. */
export const boundariesTold: Case<Told[]>[] = [
  one("no account for invitations", accounts({ invites: null }), {
    R01: [["silent account_missing account:invites", CHOOSE]],
  }),
  one("no account for the stream", accounts({ stream: null }), {
    R01: [["silent account_missing account:stream", CHOOSE]],
  }),
  joined("no account for a stream that somebody else hosts", accounts({ stream: null }), {}),
  one("invitations from somebody's own account", accounts({ invites: "somebodys-own" }), {
    R01: [["wrong account_not_approved account:invites", CHOOSE]],
  }),
  one("a stream from somebody's own account", accounts({ stream: "somebodys-own" }), {
    R01: [["wrong account_not_approved account:stream", CHOOSE]],
  }),
  one(
    "an account approved only from the day after",
    (record) =>
      void (find(record.organisation.approvedAccounts, "lanternmoor-zoom").validFrom = "2026-12-11"),
    { R01: [["wrong account_not_approved account:stream", CHOOSE]] },
  ),
  one(
    "an account approved from the very day",
    (record) =>
      void (find(record.organisation.approvedAccounts, "lanternmoor-zoom").validFrom = "2026-12-10"),
    {},
  ),
  one(
    "a statement on accounts from before they changed",
    (record) => {
      accounts({ recordedAt: "2026-11-20T10:00:00Z" })(record);
      statedAt("organisation_accounts_only", "2026-11-19T10:00:00Z")(record);
    },
    { R01: [["silent statement_outdated session", "statements"]] },
  ),
  one("a statement that other accounts are used", statedNo("organisation_accounts_only"), {
    R01: [["wrong statement_refused session", "statements"]],
  }),
  one(
    "private contact details in the invitation",
    withSession({ inviteText: "Ask tamsin.q@webmail.example or ring 07700 900123." }),
    {
      R02: [
        ["wrong invitation_has_email session", "statements"],
        ["wrong invitation_has_phone session", "statements"],
      ],
    },
  ),
  redacted(
    "a telephone number in an invitation that was taken out of the record",
    (record) => void Object.assign(record.derived ?? {}, { inviteFindings: ["phone"] }),
    { R02: [["wrong invitation_has_phone session", "statements"]] },
  ),
  one("no invitation", withSession({ inviteText: null }), {}),
  one(
    "a private address that the organisation made its contact",
    (record) => {
      record.organisation.contactRoutes.push({
        id: "at-a-provider",
        kind: "email",
        value: "lanternmoor@webmail.example",
      });
      record.session.inviteText = "Write to lanternmoor@webmail.example.";
    },
    {},
  ),
  one("personal details stated to be given out", statedNo("no_personal_details"), {
    R02: [["wrong statement_refused session", "statements"]],
  }),
  one("a contact that is not the organisation's", withSession({ contactRouteId: "somebodys-own" }), {
    R10: [["silent contact_route_missing session", "statements organisation:contacts"]],
  }),
  one(
    "neither a contact nor the statement on contact",
    (record) => {
      neverStated("contact_through_us")(record);
      record.session.contactRouteId = null;
    },
    {
      R10: [
        ["silent contact_route_missing session", "statements organisation:contacts"],
        ["silent statement_missing organisation", "organisation:lanternmoor-youth-advice"],
      ],
    },
  ),
  onYoutube("what it is for not said on a social platform", withSession({ purpose: null }), {
    R12: [["silent purpose_missing session", "details"]],
  }),
  onYoutube("therapy on a social platform", withSession({ purpose: "therapy" }), {
    R12: [["wrong therapy_on_social mode:youtube-private", "platform details"]],
  }),
  one("therapy in a meeting", withSession({ purpose: "therapy" }), {}),
  one("therapeutic conversations stated", statedNo("no_therapeutic_conversations"), {
    R12: [["wrong statement_refused session", "statements"]],
  }),
  one(
    "a statement of somebody else's session",
    (record) => {
      neverStated("no_therapeutic_conversations")(record);
      alsoStated(
        aStatement({
          kind: "no_therapeutic_conversations",
          about: { kind: "session", id: "another-session" },
          at: "2026-11-19T11:00:00Z",
        }),
      )(record);
    },
    { R12: [["silent statement_missing session", "statements"]] },
  ),
];
