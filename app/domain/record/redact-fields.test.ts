import { describe, expect, test } from "vitest";
import { aFullRecord } from "../../../tests/factories/full-record";
import { aRecord } from "../../../tests/factories/record";
import { withAdult, withAssignment, withParticipant, withSession } from "../../../tests/factories/traits";
import { fieldsIn, leafOfEachKind, leavesOf } from "../../../tests/support/leaves";
import { redactRecord } from "./redact";
import type { SessionRecord } from "./schema";

/** What says who somebody is, and stands in a redacted record as a code. */
const coded = `
acceptances: by id signOffId
adults: differsFrom.adultId differsFrom.by id name over18.by training.id vetting.id
audit: by
briefings: briefedBy id participantId recordedBy
consentEvents: confirmedBy.by corrects giver.id id organisations participantId recordedBy
organisation: approvedAccounts.id contactRoutes.id staff.adultId staff.id staff.name
participants: displayName displayNameConfirmed.by displayNameConfirmed.displayName id noSurname.by notCaptured.by personId
platformModes: reviews.reviewedBy
policy: flaggedTopics
session.assignments: adultId confirmed.by device.authorisedBy id
session.organiser: content.by name reused.by saved.by suitability.by
session.submissions: by id returned.by
session: accounts.invites accounts.stream audienceNotice.by audienceRestricted.by cancelled.by contactRouteId places.id places.suitable.by plannedBy platforms.checked.by recordedLate.by reportingAdultId riskAssessment.agreedBy saving.by titleConfirmed.by topic.flags
signOffs: by events.by id
statements: about.id by giverId id proposedBy
`;

/** What somebody typed, of which only that they did is left. */
const typed = `
acceptances: reason
adults: training.title
briefings: accessSupport
consentEvents: giver.name told
organisation: approvedAccounts.label contactRoutes.value
platformModes: ageLimits.source note reportRoute sources.address
policy: legalAges.source
session.media: aiNotes.keptWhere aiNotes.reason aiNotes.seenBy imagesUse.purpose recording.keptWhere recording.reason recording.seenBy replayUse.where
session.organiser: content.outline content.source dataUse reused.toldBy reused.where saved.toldBy saved.where suitability.note
session.platforms.settings: chat.note lock.note private_chat.note recording.note rename.note screen_share.note visibility.note waiting_room.note who_can_join.note
session: accessibility.arrangements.arrangement assignments.contact assignments.device.reason audienceNotice.contact audienceNotice.where audienceRestricted.how audienceRestricted.reason cancelled.reason description inviteText places.where recordedLate.reason saving.how saving.reason submissions.returned.comments title titleConfirmed.title topic.adjustments topic.text
statements: note
`;

/** What a redacted record never holds. */
const left = `
adults: email
participants: birth firstName surname
`;

/** What became of each kind of field, with the facts as signed beside those of today. */
function redactedFields() {
  const record = aFullRecord();
  const after = new Map(leavesOf(redactRecord(record)).map(({ path, value }) => [path, value]));
  return leafOfEachKind(record)
    .filter(({ kind }) => !kind.endsWith("derived"))
    .map(({ kind, path, value }) => ({
      field: kind.replaceAll(/\.\*/g, ""),
      became: whatBecame(value, after.get(path)),
    }));
}

function whatBecame(was: unknown, is: unknown): string {
  if (JSON.stringify(was) === JSON.stringify(is)) return "kept";
  if (is === null) return "left";
  if (is === "[withheld]") return "typed";
  return typeof is === "string" && /^([A-Z]{1,2}|[a-z-]+)-\d\d$/.test(is) ? "coded" : "something else";
}

describe("in a redacted record", () => {
  test("each field is kept as it was, or a code, or not told, or left out", () => {
    const fields = redactedFields().filter(({ field }) => !field.startsWith("signOffs.facts."));
    const those = (what: string) => fields.filter(({ became }) => became === what).map(({ field }) => field);
    expect(those("coded").sort()).toEqual(fieldsIn(coded));
    expect(those("typed").sort()).toEqual(fieldsIn(typed));
    expect(those("left").sort()).toEqual(fieldsIn(left));
    expect(those("something else")).toEqual([]);
  });

  test("the facts as signed are redacted as those of today", () => {
    const fields = redactedFields();
    const today = new Map(fields.map(({ field, became }) => [field, became]));
    const signed = fields.flatMap(({ field, became }) => {
      const own = field.startsWith("signOffs.facts.")
        ? today.get(field.replace("signOffs.facts.", ""))
        : null;
      return own ? [{ field, became, own }] : [];
    });
    expect(signed.length).toBeGreaterThan(200);
    for (const { field, became, own } of signed) expect([field, became]).toEqual([field, own]);
  });

  test("what is not known of photos, a replay and an organiser is left out, and null stays null", () => {
    const { media } = redactRecord(aRecord()).session;
    expect(Object.keys(media)).not.toContain("imagesUse");
    expect(Object.keys(media)).not.toContain("replayUse");
    const known = aFullRecord();
    known.session.media.imagesUse = { purpose: null, until: "2027-01-11" };
    known.session.media.replayUse = { where: null, until: null };
    Reflect.deleteProperty(known.session.organiser ?? {}, "dataUse");
    const { session } = redactRecord(known);
    expect(session.media.imagesUse).toEqual({ purpose: null, until: "2027-01-11" });
    expect(session.media.replayUse).toEqual({ where: null, until: null });
    expect(Object.keys(session.organiser ?? {})).not.toContain("dataUse");
  });

  test("what was not answered stays unanswered", () => {
    const record = aRecord(
      {},
      withSession({
        accounts: null,
        topic: null,
        riskAssessment: null,
        audienceRestricted: null,
        saving: null,
        inviteText: null,
        contactRouteId: null,
        reportingAdultId: null,
      }),
      withAdult("wren-castellow", { over18: null, email: null }),
      withParticipant("bryony-cattermoss", { displayName: null, accessRoute: null }),
      withAssignment("odalys-fennimore-as-host", { confirmed: null, device: null }),
      ({ session }) => {
        for (const place of session.places) place.suitable = null;
        for (const chosen of session.platforms) chosen.checked = null;
      },
      ({ platformModes }) =>
        platformModes.forEach((mode) => Object.assign(mode, { note: null, reportRoute: null })),
    );
    expect(nullsLost(record)).toEqual([]);
    const told = { content: null, suitability: null, saved: null, reused: null };
    record.session.organiser = { name: "Brackenfold Festival", ...told };
    record.session.topic = { text: "Grief", flags: [], adjustments: null, changedAt: "2026-11-02T10:00:00Z" };
    record.session.audienceNotice = {
      by: "user-amina-farrow",
      recordedAt: "2026-11-02T10:00:00Z",
      points: [],
      version: 1,
      where: "Below",
      placedAt: "2026-11-02T10:00:00Z",
      contact: null,
    };
    expect(nullsLost(record)).toEqual([]);
  });
});

function nullsLost(record: SessionRecord): string[] {
  const after = new Map(leavesOf(redactRecord(record)).map(({ path, value }) => [path, value]));
  return leavesOf(record)
    .filter(({ path, value }) => value === null && path !== "derived" && after.get(path) !== null)
    .map(({ path }) => path);
}
