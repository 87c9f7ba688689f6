import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { PlatformMode } from "~/domain/record/platform-mode";
import type { SessionRecord } from "~/domain/record/schema";
import type { EditEffect } from "~/domain/sign-off/judge-edit";
import { judgeEdit } from "~/domain/sign-off/judge-edit";
import { aCheck, anAdult } from "../factories/adults";
import { discordVoice, teamsMeeting } from "../factories/platform-modes";
import type { Plan } from "../factories/plan";
import { SHARED } from "../factories/plan";
import type { Trait } from "../factories/record";
import { aBriefing, aRecord } from "../factories/record";
import { aChosenMode } from "../factories/session";
import { factsOf } from "../factories/sign-off";
import { aLeadStatement, yearlyStatements } from "../factories/statements";
import {
  alsoAssigned,
  alsoStated,
  find,
  thenAnswered,
  withAdult,
  withAssignment,
  without,
  withMedia,
  withParticipant,
  withSession,
} from "../factories/traits";
import { sixteenToSeventeen, UNSEEN } from "../factories/young-people";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");
const since = "2026-11-23T09:00:00Z";
const nothingKept = { on: false, since, reason: null, keptWhere: null, seenBy: null, deleteBy: null };
const kept = {
  reason: "For those who could not come",
  keptWhere: "Staff drive",
  seenBy: "Odalys Fennimore",
  deleteBy: "2027-01-11",
};
const chatting = { camera: true, voice: true, name: true, chat: true };

/** Everything that may be narrowed is open here, with consent for all of it. */
const wide: Partial<Plan> = {
  modes: [discordVoice()],
  recording: kept,
  chat: "moderated",
  participants: sixteenToSeventeen(5, { exposure: chatting }),
};
const wideOpen: Trait[] = [
  withMedia({ donations: { value: "on", since: "2026-11-02T10:00:00Z" } }),
  (record) => {
    for (const mode of record.session.platforms) {
      mode.settings.who_can_join = { answer: "different", note: "Anybody on the server" };
    }
  },
];

function effectOf(edit: Trait): EditEffect {
  const before = aRecord(wide, ...wideOpen);
  const after = aRecord(wide, ...wideOpen, edit);
  return judgeEdit(factsOf(before), factsOf(after), now).effect;
}

function removed(count: number): Trait {
  return (record) => void record.participants.splice(0, count);
}

function exposed(change: Partial<typeof chatting>): Trait {
  return withParticipant("bryony-cattermoss", { exposure: { ...chatting, ...change } });
}

function discordOf(record: SessionRecord): PlatformMode {
  return find(record.platformModes, discordVoice().id);
}

const narrowing: [string, Trait][] = [
  ["recording off", withMedia({ recording: nothingKept })],
  ["chat off", withMedia({ chat: { value: "off", since } })],
  ["chat to the host only", withMedia({ chat: { value: "host_only", since: "2026-11-02T10:00:00Z" } })],
  ["donations off", withMedia({ donations: { value: "off", since } })],
  ["one camera off", exposed({ camera: false })],
  ["one voice off", exposed({ voice: false })],
  ["one name off", exposed({ name: false })],
  [
    "one young person not captured at all",
    withParticipant("bryony-cattermoss", {
      exposure: UNSEEN,
      notCaptured: { by: "user-odalys-fennimore", recordedAt: since },
    }),
  ],
  ["one young person less", removed(1)],
  ["all but two gone", removed(3)],
  [
    "the audience restricted",
    (record) => {
      for (const mode of record.session.platforms)
        mode.settings.who_can_join = { answer: "safe", note: null };
    },
  ],
  [
    "several of these at once",
    (record) => {
      withMedia({ recording: nothingKept, chat: { value: "off", since } })(record);
      removed(1)(record);
    },
  ],
];

/** A stream for everybody, as the approver accepted it, and its platform able to do otherwise. */
const open: Partial<Plan> = {
  ...wide,
  audienceRestricted: { answer: "no", how: null, reason: "Open to all families" },
};

function answeredOpen(answer: { answer: "yes" | "no"; how: string | null; reason: string | null }): Trait {
  return (record) => void Object.assign(record.session.audienceRestricted ?? {}, answer);
}

const immaterial: [string, Trait][] = [
  ["a description", withSession({ description: "Bring a mug." })],
  ["a title that names nobody", withSession({ title: "Winter evening" })],
  [
    "an adult's own name and address put right",
    withAdult("tamsin-quillbright", { name: "Tamsin Quillbrighte", email: "tamsin.q@lanternmoor.example" }),
  ],
  [
    "names put right that are held for the check alone",
    withParticipant("bryony-cattermoss", { firstName: "Brioni", surname: "Cattermosse" }),
  ],
  [
    "what the organisation noted of a platform, and where it read it",
    (record) => void Object.assign(discordOf(record), { note: "Asked again", sources: [] }),
  ],
  ["contacts in another order", (record) => void record.organisation.contactRoutes.reverse()],
  [
    "a check renewed",
    (record) => void find(record.adults, "tamsin-quillbright").vetting.push(aCheck("tamsin", "2026-11-20")),
  ],
  [
    "an adult's session on another day",
    withAdult("tamsin-quillbright", {
      otherSessions: [
        {
          sessionId: "lunch-club",
          startsAt: "2026-12-11T12:00:00Z",
          endsAt: "2026-12-11T13:00:00Z",
          recordedAt: since,
        },
      ],
    }),
  ],
  [
    "a platform reviewed again without change",
    (record) => {
      for (const mode of record.platformModes) {
        mode.reviews.push({
          reviewedOn: "2026-11-20",
          reviewedBy: "user-amina-farrow",
          dueBefore: null,
          recordedAt: since,
        });
      }
    },
  ],
  [
    "a statement renewed",
    (record) => {
      const renewed = yearlyStatements("tamsin-quillbright", "2026-11-20");
      record.statements.push(...renewed.map((one) => ({ ...one, id: `${one.id}-again` })));
    },
  ],
  ["a further yes", thenAnswered({ participantId: "bryony-cattermoss", scope: "images", at: since })],
  [
    "the lead considering again",
    alsoStated(
      aLeadStatement({
        id: "considered-again",
        kind: "lead_considered",
        about: { kind: "session", id: SHARED.id },
        at: since,
      }),
    ),
  ],
  [
    "a briefing repeated",
    (record) => void record.briefings.push(aBriefing("bryony-cattermoss", since, { id: "briefing-again" })),
  ],
];

const lapsing: [string, Trait][] = [
  ["all but one gone", removed(4)],
  ["a title that names somebody", withSession({ title: "An evening with Bryony Cattermoss" })],
  ["an hour later", withSession({ startsAt: "2026-12-10T18:00:00Z", endsAt: "2026-12-10T18:40:00Z" })],
  ["ten minutes longer", withSession({ endsAt: "2026-12-10T17:50:00Z" })],
  [
    "another room, found suitable",
    (record) => {
      const [place] = record.session.places;
      if (!place) throw new Error("There is no place to move from");
      const suitable = { by: "user-amina-farrow", recordedAt: since, answer: true };
      record.session.places.push({ ...place, id: "library", where: "Library", since, suitable });
    },
  ],
  [
    "another platform",
    (record) => {
      record.platformModes.push(teamsMeeting());
      record.session.platforms = [aChosenMode(SHARED, teamsMeeting())];
    },
  ],
  [
    "another observer",
    (record) => {
      without("tamsin-quillbright")(record);
      alsoAssigned(anAdult("Lowell Harkstone"), "observer")(record);
    },
  ],
  [
    "another telephone for the support contact",
    withAssignment("wren-castellow-as-support-contact", { contact: "01632 960199" }),
  ],
  ["AI notes on", withMedia({ aiNotes: { on: true, since, ...kept } })],
  ["kept for longer", withMedia({ recording: { on: true, since, ...kept, deleteBy: "2027-01-12" } })],
  ["chat opened to everybody", withMedia({ chat: { value: "open", since } })],
  ["another display name", withParticipant("bryony-cattermoss", { displayName: "Blue Heron" })],
  ["a birth corrected", withParticipant("bryony-cattermoss", { birth: "2010-02-12" })],
  [
    "another way to restrict the audience",
    (record) => void Object.assign(record.session.audienceRestricted ?? {}, { how: "A password" }),
  ],
  [
    "another risk assessment",
    (record) => void Object.assign(record.session.riskAssessment ?? {}, { completedOn: "2026-11-20" }),
  ],
  ["no risk assessment any more", withSession({ riskAssessment: null })],
  [
    "another topic",
    (record) => void Object.assign(record.session.topic ?? {}, { text: "Exams", changedAt: since }),
  ],
  [
    "a no to what the session uses",
    thenAnswered({ participantId: "bryony-cattermoss", scope: "voice", answer: "no", at: since }),
  ],
  ["the risk assessment taken back", (record) => void (record.session.riskAssessment = null)],
  [
    "the risk assessment agreed by somebody else",
    (record) => void Object.assign(record.session.riskAssessment ?? {}, { agreedBy: "Petra Hollowell" }),
  ],
  [
    "another number behind the way to ask questions",
    (record) => {
      const { session, organisation } = record;
      find(organisation.contactRoutes, session.contactRouteId ?? "").value = "01632 960147";
    },
  ],
  [
    "another name of the account that sends the invitations",
    (record) => {
      const { session, organisation } = record;
      find(organisation.approvedAccounts, session.accounts?.invites ?? "").label = "Amina's own account";
    },
  ],
  ["another name of the platform", (record) => void (discordOf(record).name = "Discord stage")],
  ["another service behind the platform", (record) => void (discordOf(record).service = "Guilded")],
  [
    "another person behind the same place",
    withParticipant("bryony-cattermoss", { personId: "somebody-else" }),
  ],
  [
    "a narrowing and something else",
    (record) => {
      removed(1)(record);
      withSession({ endsAt: "2026-12-10T17:41:00Z" })(record);
    },
  ],
];

describe("after a sign-off", () => {
  test.each(narrowing)("%s carries it forward", (_what, edit) => {
    expect(effectOf(edit)).toBe("carried_forward");
  });

  test.each(immaterial)("%s does nothing", (_what, edit) => {
    expect(effectOf(edit)).toBe("nothing");
  });

  test.each(lapsing)("%s lapses it", (_what, edit) => {
    expect(effectOf(edit)).toBe("lapsed");
  });
});

describe("after a sign-off of a stream for everybody", () => {
  const accepted: Trait = (record) =>
    void record.acceptances.push({
      id: "acceptance-r28",
      signOffId: "sign-off-1",
      requirement: "R28",
      code: "needs_acceptance",
      subject: "session",
      reason: "Meant for everybody",
      by: "user-idris-marrowby",
      at: since,
      until: null,
      endedAt: null,
    });
  const effect = (edit: Trait) =>
    judgeEdit(
      factsOf(aRecord(open, ...wideOpen, accepted)),
      factsOf(aRecord(open, ...wideOpen, accepted, edit)),
      now,
    ).effect;

  test("an audience that is restricted after all carries it forward, with how and without the old reason", () => {
    expect(effect(answeredOpen({ answer: "yes", how: "A named list", reason: null }))).toBe(
      "carried_forward",
    );
  });

  test("another reason lapses it, and so does a yes without how", () => {
    expect(effect(answeredOpen({ answer: "no", how: null, reason: "For the whole town" }))).toBe("lapsed");
    expect(effect(answeredOpen({ answer: "yes", how: null, reason: null }))).toBe("lapsed");
  });
});

test("a no lapses it although something else of the same requirement was in the way already", () => {
  const policyChanged: Trait = (record) => void (record.policy.parentConsentUnder = 18);
  const before = aRecord(wide, policyChanged);
  const after = aRecord(
    wide,
    policyChanged,
    thenAnswered({ participantId: "bryony-cattermoss", scope: "voice", answer: "no", at: since }),
  );
  expect(judgeEdit(factsOf(before), factsOf(before), now).broken).toEqual([]);
  expect(judgeEdit(factsOf(before), factsOf(after), now)).toMatchObject({
    broken: ["R30"],
    effect: "lapsed",
  });
});
