import type { SessionRecord } from "~/domain/record/schema";
import type { Diary } from "../../factories/diary";
import { aReview, youtubePublic } from "../../factories/platform-modes";
import type { Plan } from "../../factories/plan";
import { aRecord } from "../../factories/record";
import { signedOff } from "../../factories/sign-off";
import { withMedia, withSession } from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";

const owning = { route: "own_account" } as const;
const openToAll = { answer: "no", how: null, reason: "Public by design: open to all families" } as const;

const openEvening: Partial<Plan> = {
  id: "open-evening",
  title: "Open evening",
  startsAt: "2026-12-15T18:30:00Z",
  modes: [youtubePublic()],
  chat: "off",
  audienceRestricted: openToAll,
  participants: sixteenToSeventeen(4, owning),
};

/** Fifteen on 15 December 2026 and on 13 April 2027. */
const fifteen = aYoungPerson("Priya", "Tolland", "2011-09-21", owning);
const oneOfFifteen: Partial<Plan> = {
  ...openEvening,
  participants: [fifteen, ...sixteenToSeventeen(3, owning)],
};

const APRIL: Diary = {
  renewed: "2027-04-05",
  riskAssessed: "2027-03-15",
  planned: "2027-03-08T10:00:00Z",
  settingsChecked: "2027-03-09T10:00:00Z",
  participantsAdded: "2027-03-15T10:00:00Z",
  consented: "2027-03-22T15:00:00Z",
  prepared: "2027-04-05T11:00:00Z",
  briefed: "2027-04-05T15:00:00Z",
  considered: "2027-04-05T16:00:00Z",
  enteredAt: null,
};
const inApril: Partial<Plan> = {
  ...oneOfFifteen,
  startsAt: "2027-04-13T17:30:00Z",
  modes: [youtubePublic({ reviews: [aReview("2026-10-01", "2027-03-01"), aReview("2027-04-05")] })],
  diary: APRIL,
};

/** An invented date: what the regulations will say is not known. */
function barredUnderSixteenFrom(validFrom: string): Pick<Plan, "policy"> {
  return {
    policy: {
      legalAges: [
        {
          id: "social-media-under-16",
          under: 16,
          kinds: ["social"],
          barsWatchingInRoom: false,
          validFrom,
          validTo: null,
          source: "Invented for the tests, after the plan of June 2026",
        },
      ],
    },
  };
}

/** S7: a public stream whose audience cannot be restricted. */
export const s07: Record<string, SessionRecord> = {
  s07: aRecord(openEvening),
  "s07-variant-blank": aRecord(openEvening, withSession({ audienceRestricted: null })),
  "s07-variant-yes": aRecord({
    ...openEvening,
    audienceRestricted: { answer: "yes", how: "Named list", reason: null },
  }),
  "s07-variant-no-without-reason": aRecord({
    ...openEvening,
    audienceRestricted: { ...openToAll, reason: null },
  }),
  "s07-variant-fifteen-no-adult": aRecord(oneOfFifteen, withMedia({ adultOnCamera: false })),
  "s07-variant-accepted": aRecord(
    openEvening,
    signedOff("2026-11-22T10:00:00Z", [
      {
        requirement: "R28",
        subject: "session",
        reason: "Families are meant to find it; nobody is named in full.",
      },
    ]),
  ),
  "s07-variant-2027": aRecord({ ...inApril, ...barredUnderSixteenFrom("2027-03-01") }),
  "s07-variant-2027-no-law": aRecord(inApril),
  "s07-variant-law-ahead": aRecord({ ...oneOfFifteen, ...barredUnderSixteenFrom("2027-02-01") }),
};
