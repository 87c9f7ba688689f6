import type { SessionRecord } from "~/domain/record/schema";
import { teamsMeeting, withAgeLimits, zoomMeeting } from "../../factories/platform-modes";
import { aRecord } from "../../factories/record";
import { withParticipant } from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";

const others = sixteenToSeventeen(4);
const onTeams = teamsMeeting();
/** An invented mode for 15 and over, so that a birthday in a common year decides. */
const ownStage = withAgeLimits(
  teamsMeeting({ id: "stage-of-our-own", name: "Lanternmoor's own stage", service: "Lanternmoor" }),
  { account: 15, terms: 15 },
);
const leapDay = [aYoungPerson("Wilf", "Starbeck", "2012-02-29"), ...others];
const sixteenThatDay = aYoungPerson("Orla", "Wintersgill", "2010-12-10", { parent: "not_asked" });
const eighteen = aYoungPerson("Hattie", "Grimsdale", "2008-04-12");
const twelve = aYoungPerson("Milo", "Tarrant", "2013-12-11", { route: "parent_account" });
const byMonth = aYoungPerson("Orla", "Wintersgill", "2013-12");
const byYear = aYoungPerson("Orla", "Wintersgill", "2012");
/** Each adult may look after two: six under 18 need three adults, seven would need four. */
const twoToAnAdult = [{ fromAge: 13, toAge: 17, childrenPerAdult: 2 }];

/** Domain edge cases that turn on an age. */
export const edgesOfAge: Record<string, SessionRecord> = {
  "edge-born-29-february": aRecord({
    startsAt: "2027-02-28T17:00:00Z",
    modes: [ownStage],
    participants: leapDay,
  }),
  "edge-born-29-february-1-march": aRecord({
    startsAt: "2027-03-01T17:00:00Z",
    modes: [ownStage],
    participants: leapDay,
  }),
  "edge-birthday-on-the-day": aRecord({ participants: [sixteenThatDay, ...others] }),
  "edge-birthday-local-midnight": aRecord({
    startsAt: "2026-12-09T22:30:00Z",
    zone: "Europe/Helsinki",
    participants: [sixteenThatDay, ...others],
  }),
  "edge-birthday-day-before": aRecord({
    startsAt: "2026-12-09T17:00:00Z",
    participants: [sixteenThatDay, ...others],
  }),
  "edge-eighteen-in-group": aRecord({
    policy: { ratios: twoToAnAdult },
    participants: [eighteen, ...sixteenToSeventeen(6)],
  }),
  "edge-eighteen-parent-answers": aRecord(
    {
      participants: [
        aYoungPerson("Hattie", "Grimsdale", "2008-04-12", { own: { camera: "not_asked" } }),
        ...others,
      ],
    },
    (record) => {
      const own = record.consentEvents.find((event) => event.participantId === "hattie-grimsdale");
      if (!own) throw new Error("Hattie has answered nothing");
      record.consentEvents.push({
        ...own,
        id: "consent-by-parent",
        seq: record.consentEvents.length + 1,
        scope: "camera",
        giver: { id: "parent-of-hattie-grimsdale", relationship: "parent", name: null },
      });
    },
  ),
  "edge-birth-unknown": aRecord(
    { participants: others },
    withParticipant("bryony-cattermoss", { birth: null }),
  ),
  "edge-birth-month-only": aRecord({
    startsAt: "2026-12-30T17:00:00Z",
    modes: [onTeams],
    participants: [byMonth, ...others],
  }),
  "edge-birth-year-only": aRecord({ modes: [onTeams], participants: [byYear, ...others] }),
  "edge-parent-account": aRecord({
    modes: [teamsMeeting({ parentAccountAllowed: true })],
    participants: [twelve, ...others],
  }),
  "edge-parent-account-not-allowed": aRecord({ modes: [onTeams], participants: [twelve, ...others] }),
  "edge-adults-only-platform": aRecord({
    modes: [withAgeLimits(zoomMeeting({ parentAccountAllowed: true }), { account: 18, terms: 18 })],
    participants: sixteenToSeventeen(5, { route: "parent_account" }),
  }),
  "edge-terms-age-unknown": aRecord({ modes: [withAgeLimits(onTeams, { terms: "unknown" })] }),
  "edge-terms-age-unknown-in-room": aRecord({
    modes: [withAgeLimits(onTeams, { terms: "unknown", account: "unknown" })],
    participants: sixteenToSeventeen(5, { route: "in_room" }),
  }),
};
