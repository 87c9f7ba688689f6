import { describe, expect, test } from "vitest";
import { aFullRecord } from "../../../tests/factories/full-record";
import { teamsMeeting } from "../../../tests/factories/platform-modes";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { withMedia, withParticipant, withSession } from "../../../tests/factories/traits";
import { fieldsIn, leafOfEachKind, other } from "../../../tests/support/leaves";
import type { SessionRecord } from "../record/schema";
import { changesBetween } from "./changes";
import { materialFacts } from "./material-facts";

const covered = (record: SessionRecord) => JSON.stringify(materialFacts(record));

/** Parts of a record of which everything is bound, and of which nothing is. */
const whole =
  /^(session\.platforms\.\*\.settings|platformModes\.\*\.(ageLimits\.\*|features)|participants\.\*\.exposure)\./;
const apart =
  /^(session\.(submissions|cancelled|recordedLate)|policy|adults|consentEvents|briefings|statements|acceptances|signOffs|audit)\b/;

/** Every other field of a session record that, changed alone, is another thing than what was signed. */
const bound = `
organisation.approvedAccounts: id label
organisation.contactRoutes: id kind value
participants: accessRoute birth displayName id needs personId
platformModes: donations id kind name parentAccountAllowed reportRoute restrictsAudience service
session.accessibility: arrangements.arrangement arrangements.need features
session.accounts: invites stream
session.assignments: adultId contact device.authorisedBy device.kind device.reason id present reachableFrom reachableTo role
session.audienceNotice: contact placedAt points version where
session.audienceRestricted: answer how reason
session.media: adultOnCamera camera chat.value donations.value images name replay voice
session.media.aiNotes: deleteBy keptWhere on reason seenBy
session.media.imagesUse: purpose until
session.media.replayUse: until where
session.media.recording: deleteBy keptWhere on reason seenBy
session.organiser: dataUse name
session.organiser.content: obtainedOn outline source
session.organiser.reused: answer toldBy toldOn until where
session.organiser.saved: answer toldBy toldOn until where
session.organiser.suitability: ageGuidance note suitable
session.places: id kind where
session.platforms: modeId
session.riskAssessment: agreedBy completedOn
session.saving: answer how reason
session.topic: adjustments flags text
session: audience contactRouteId endsAt format inviteText kind linkSharedPrivately purpose reportingAdultId startsAt zone
`;

describe("a sign-off is bound to", () => {
  test("these fields of a record, and to no other", () => {
    const record = aFullRecord();
    const signed = covered(record);
    const found = leafOfEachKind(record).map(({ kind, value, put }) => {
      put(other(value));
      const binds = covered(record) !== signed;
      put(value);
      return { kind, binds };
    });
    expect(found.filter(({ kind, binds }) => whole.test(kind) && !binds)).toEqual([]);
    expect(found.filter(({ kind, binds }) => apart.test(kind) && binds)).toEqual([]);
    const others = found.filter(({ kind, binds }) => binds && !whole.test(kind));
    expect(others.map(({ kind }) => kind.replaceAll(/\.\*/g, "")).sort()).toEqual(fieldsIn(bound));
  });

  test.each<[string, Trait]>([
    ["that a young person is not captured", withParticipant("bryony-cattermoss", { notCaptured: null })],
    ...(
      [
        "accounts",
        "contactRouteId",
        "topic",
        "riskAssessment",
        "audienceRestricted",
        "saving",
        "organiser",
        "audienceNotice",
      ] as const
    ).map((part): [string, Trait] => [`whether there is ${part}`, withSession({ [part]: null })]),
    ...(["content", "suitability", "saved", "reused"] as const).map((part): [string, Trait] => [
      `whether the organiser told of ${part}`,
      ({ session }) => void Object.assign(session.organiser ?? {}, { [part]: null }),
    ]),
    ["whether a device is on record", ({ session }) => void (session.assignments[0]!.device = null)],
  ])("%s", (_what, trait) => {
    const before = aFullRecord();
    const after = aFullRecord();
    trait(after);
    expect(changesBetween(materialFacts(before), materialFacts(after))).toHaveLength(1);
  });

  test("no details of a recording that is off, nor a platform that is not used", () => {
    const off = { on: false, since: "2026-11-02T10:00:00Z", keptWhere: null, seenBy: null, deleteBy: null };
    const facts = (reason: string | null) =>
      materialFacts(aRecord({}, ({ session }) => void (session.media.recording = { ...off, reason })));
    expect(facts("Feedback")).toEqual(facts(null));
    expect(facts("Feedback").media.recording).toEqual({ on: false });
    const withTeams = aRecord({}, ({ platformModes }) => void platformModes.push(teamsMeeting()));
    expect(materialFacts(withTeams)).toEqual(materialFacts(aRecord()));
  });

  test("no details of photos that are not taken or a recording that is not shown again, and none that are not known", () => {
    const details = { purpose: "Our page", where: "Our page", until: "2027-01-11" };
    const { purpose, where, until } = details;
    const facts = (on: boolean) =>
      materialFacts(
        aRecord(
          {},
          withMedia({
            images: on,
            imagesUse: { purpose, until },
            replay: on,
            replayUse: { where, until },
          }),
        ),
      ).media;
    expect(facts(true)).toMatchObject({ imagesUse: { purpose, until }, replayUse: { where, until } });
    expect(facts(false)).toEqual(materialFacts(aRecord()).media);
    const plain = Object.keys(materialFacts(aRecord()).media);
    expect(plain).not.toContain("imagesUse");
    expect(plain).not.toContain("replayUse");
    const organiser = materialFacts(aFullRecord()).organiser;
    const unknown = aFullRecord();
    Reflect.deleteProperty(unknown.session.organiser ?? {}, "dataUse");
    expect(organiser).toEqual({
      ...materialFacts(unknown).organiser,
      dataUse: "First names, to greet them",
    });
    expect(Object.keys(materialFacts(unknown).organiser ?? {})).not.toContain("dataUse");
  });

  test("what young people are given, and not the order in which it was entered", () => {
    const record = aFullRecord();
    const { session, participants } = record;
    const turned = {
      ...record,
      session: {
        ...session,
        topic: session.topic && { ...session.topic, flags: session.topic.flags.toReversed() },
        accessibility: {
          features: session.accessibility.features.toReversed(),
          arrangements: session.accessibility.arrangements.toReversed(),
        },
      },
      participants: participants.map((one) => ({ ...one, needs: one.needs.toReversed() })),
    };
    expect(materialFacts(turned)).toEqual(materialFacts(record));
  });

  test("what the accounts and the contact in use are called, each its own", () => {
    const record = aRecord({}, ({ organisation }) => {
      organisation.contactRoutes.unshift({ id: "another", kind: "phone", value: "01632 960147" });
    });
    expect(materialFacts(record)).toMatchObject({
      accounts: {
        invites: { id: "lanternmoor-mail", label: "Lanternmoor Youth Advice, mail" },
        stream: { id: "lanternmoor-zoom", label: "Lanternmoor Youth Advice, zoom" },
      },
      contactRoute: { id: "lanternmoor-hello", kind: "email", value: "hello@lanternmoor.example" },
    });
  });

  test("that an account or a contact is none of the organisation's any more", () => {
    const gone = aRecord(
      {},
      ({ organisation }) => void Object.assign(organisation, { approvedAccounts: [], contactRoutes: [] }),
    );
    expect(materialFacts(gone)).toMatchObject({
      accounts: { invites: { id: "lanternmoor-mail", label: null }, stream: { label: null } },
      contactRoute: { id: "lanternmoor-hello", kind: null, value: null },
    });
  });
});
