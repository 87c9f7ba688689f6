import type { SessionRecord } from "~/domain/record/schema";
import { AMINA } from "../../factories/lanternmoor";
import { discordVoice } from "../../factories/platform-modes";
import type { Trait } from "../../factories/record";
import { aRecord } from "../../factories/record";
import { signedOff } from "../../factories/sign-off";
import { aStatement } from "../../factories/statements";
import { alsoStated, neverStated, thenAnswered, withMedia, withSession } from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";

const signed = signedOff("2026-11-22T10:00:00Z");
const added = "2026-11-22T15:00:00Z";

/** Somebody new after the sign-off: nobody has asked or briefed them. */
const tobinIsAdded: Trait = (record) => {
  const latecomer = aYoungPerson("Tobin", "Ferrisdale", "2010-07-07", { addedAt: added, briefedAt: null });
  const alone = aRecord({ participants: [latecomer] });
  record.participants.push(...alone.participants.map((one) => ({ ...one, code: "YP-06" })));
};

const movedRoom: Trait = (record) => {
  record.session.places.push({
    id: "green-room",
    where: "Green room, first floor",
    kind: "office",
    since: added,
    suitable: null,
  });
};

const chatOpens: Trait = (record) => {
  record.session.media.chat = { value: "open", since: added };
  for (const participant of record.participants) {
    participant.exposure.chat = true;
    thenAnswered({ participantId: participant.id, scope: "chat", at: "2026-11-22T16:00:00Z" })(record);
  }
};

const aNewBriefing = (changesMeaning: boolean) => ({
  briefingVersions: [
    { version: 1, from: "2026-09-01T08:00:00Z", changesMeaning: false },
    { version: 2, from: "2026-11-22T08:00:00Z", changesMeaning },
  ],
});

/** Domain edge cases in which something changes after it was answered. */
export const edgesOfChange: Record<string, SessionRecord> = {
  "edge-participant-added-after-sign-off": aRecord({}, signed, tobinIsAdded),
  "edge-moved-room": aRecord({}, signed, movedRoom),
  "edge-chat-opened-after-briefing": aRecord({}, chatOpens),
  "edge-donations-on-after-briefing": aRecord(
    { modes: [discordVoice()] },
    withMedia({ donations: { value: "on", since: added } }),
  ),
  "edge-briefing-changes-meaning": aRecord({ policy: aNewBriefing(true) }),
  "edge-briefing-keeps-meaning": aRecord({ policy: aNewBriefing(false) }),
  "edge-chat-off-not-told": aRecord({ chat: "off" }, (record) => {
    for (const briefing of record.briefings) {
      briefing.points = briefing.points.filter((point) => point !== "comments");
    }
  }),
  "edge-told-all-but-contact-requests": aRecord({}, (record) => {
    for (const briefing of record.briefings) {
      briefing.points = briefing.points.filter((point) => point !== "contact_requests");
    }
  }),
  "edge-considered-by-planner": aRecord(
    {},
    neverStated("lead_considered"),
    alsoStated(
      aStatement({
        kind: "lead_considered",
        about: { kind: "session", id: "evening-in-december" },
        at: "2026-11-21T10:00:00Z",
      }),
    ),
  ),
  "edge-saving-not-possible": aRecord({
    saving: { answer: "no", how: null, reason: "Nobody outside the building can see it" },
  }),
  "edge-saving-without-mitigation": aRecord({ saving: { answer: "yes", how: null, reason: null } }),
  "edge-saving-unanswered": aRecord({}, withSession({ saving: null })),
  "edge-no-risk-assessment": aRecord({}, withSession({ riskAssessment: null })),
  "edge-too-long": aRecord({ minutes: 46 }),
  "edge-flagged-topic-without-adjustments": aRecord({
    topic: { text: "Losing somebody", flags: ["bereavement"], adjustments: null },
  }),
  "edge-bedroom": aRecord({}, (record) => {
    for (const place of record.session.places) place.kind = "bedroom";
  }),
  "edge-cancelled": aRecord(
    {},
    withSession({ cancelled: { at: "2026-11-22T09:00:00Z", by: AMINA, reason: "The host is ill" } }),
  ),
  "edge-group-of-eight": aRecord({ participants: sixteenToSeventeen(8) }),
};
