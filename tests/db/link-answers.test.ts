import { describe, expect } from "vitest";
import { findOpenRequests } from "~/data/consent-requests.server";
import type { Actor } from "~/domain/actor";
import { addPlatformModes } from "~/services/add-platform-modes.server";
import { answerThroughLink, changeMindThroughLink } from "~/services/answer-through-link.server";
import { cancelSession } from "~/services/cancel-session.server";
import { changeDetails } from "~/services/change-details.server";
import { changeMedia } from "~/services/change-media.server";
import { choosePlatforms } from "~/services/choose-platforms.server";
import { confirmConsent } from "~/services/confirm-consent.server";
import { decideProposedName } from "~/services/decide-proposed-name.server";
import { recordConsent } from "~/services/record-consent.server";
import { removeParticipant } from "~/services/remove-participant.server";
import { detailsOf } from "../../prisma/demo/plan-steps";
import { READY, at, clock, codeOf, done, asked, openNow, says, standing } from "../support/asked-at-ten";
import { publishWords } from "../support/asked-by-link";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { recordNow, standingNow, storeSigned } from "../support/signed-session";
import { storeScenario } from "../support/stored-session";
import { unreadNoticesOf } from "../support/unread-notices";
import { waitingIds } from "../support/waiting-answers";

describe("an answer through a link", () => {
  test("is their own, in the words that they read, and nobody's of the staff", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    done(await answerThroughLink(owner, await says(stored, owner, "yes", { camera: "no" }), { clock }));
    const own = (await recordNow(stored)).consentEvents.filter(({ how }) => how === "link");
    expect(own.length).toBeGreaterThan(2);
    for (const event of own) {
      expect(event).toMatchObject({
        participantId: owner.participantId,
        recordedBy: owner.participantId,
        giver: { id: owner.participantId, relationship: "self", name: null },
        answer: event.scope === "camera" ? "no" : "yes",
        confirmedBy: null,
      });
    }
    const types = await eventTypes(stored.amina);
    expect(types.filter((type) => type === "consent.recorded")).toHaveLength(own.length);
  });

  test("sent twice is one answer", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    const sent = await says(stored, owner, "yes");
    const submission = { id: crypto.randomUUID(), content: sent };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => answerThroughLink(owner, sent, { submission, clock })),
    );
    expect(answers.map(codeOf)).toEqual(Array(5).fill("done"));
    const own = (await recordNow(stored)).consentEvents.filter(({ how }) => how === "link");
    expect(new Set(own.map(({ scope }) => scope)).size).toBe(own.length);
  });

  test("that is an older form's: its yes is refused, its no is taken", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    const older = await says(stored, owner, "yes", { camera: "no" });
    done(await changeMindThroughLink(owner, ["voice"], { clock }));
    expect(
      codeOf(
        await answerThroughLink(owner, { ...older, answers: { ...older.answers, camera: "yes" } }, { clock }),
      ),
    ).toBe("answered_since");
    expect((await standing(stored, owner, "voice")).counts).toBe("withdrawn");
    done(await answerThroughLink(owner, { ...older, name: "Moonfish" }, { clock }));
    expect(await eventTypes(stored.amina)).not.toContain("consent_request.name_proposed");
    expect((await standing(stored, owner, "voice")).counts).toBe("withdrawn");
    expect((await standing(stored, owner, "camera")).counts).toBe("no");
  });

  test("is not made older by what a parent says meanwhile", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    const said = await says(stored, owner, "yes");
    const parents = {
      giver: { kind: "new", relationship: "parent", name: "Dana Cattermoss" },
      answers: { camera: "no" },
      asked: {},
      how: "phone",
      at: null,
    } as const;
    const recorded = { ...parents, understood: true, spokenWith: false, until: null };
    const { amina, sessionId } = stored;
    done(await recordConsent(amina, sessionId, owner.participantId, recorded, { seen: null, clock }));
    done(await answerThroughLink(owner, said, { clock }));
    expect((await standing(stored, owner, "voice")).counts).toBe("yes");
  });

  test("that is a yes after a no waits until a worker who spoke with them confirms it", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    done(await answerThroughLink(owner, await says(stored, owner, "yes", { take_part: "no" }), { clock }));
    done(await answerThroughLink(owner, await says(stored, owner, "yes"), { clock }));
    expect(await standing(stored, owner, "take_part")).toEqual({ counts: "unconfirmed", waits: 1 });
    expect((await standing(stored, owner, "voice")).counts).toBe("yes");
    const shown = await waitingIds(stored, owner.participantId, clock());
    done(await confirmConsent(stored.amina, stored.sessionId, owner.participantId, shown, { clock }));
    expect(await standing(stored, owner, "take_part")).toEqual({ counts: "yes", waits: 0 });
  });

  test("takes a yes until the session starts, and then only a no", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    const { startsAt } = (await recordNow(stored)).session;
    const during = at(startsAt);
    expect(codeOf(await answerThroughLink(owner, await says(stored, owner, "yes"), { clock: during }))).toBe(
      "only_no",
    );
    done(await answerThroughLink(owner, await says(stored, owner, "no"), { clock: during }));
    const over = at("2027-06-01T10:00:00Z");
    expect(codeOf(await answerThroughLink(owner, await says(stored, owner, "no"), { clock: over }))).toBe(
      "over",
    );
  });

  test("is refused where words were shown that were never published, or the session was called off", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    const sent = await says(stored, owner, "yes");
    const invented = { ...sent, asked: { ...sent.asked, camera: "0".repeat(64) } };
    expect(codeOf(await answerThroughLink(owner, invented, { clock }))).toBe("wording_missing");
    expect(codeOf(await answerThroughLink(owner, { ...sent, asked: {} }, { clock }))).toBe("wording_missing");
    done(await cancelSession(stored.amina, stored.sessionId, { reason: "Illness", clock }));
    expect(codeOf(await answerThroughLink(owner, sent, { clock }))).toBe("cancelled");
    expect((await recordNow(stored)).consentEvents.filter(({ how }) => how === "link")).toEqual([]);
  });

  test("agrees to nothing that the page did not tell: after the plan has changed a yes is refused, and a no is taken", async () => {
    const stored = await storeScenario("s08");
    const owner = await asked(stored, 1);
    const yes = await says(stored, owner, "yes");
    const { media } = (await recordNow(stored)).session;
    const wider = { ...media.recording, seenBy: "Everybody who works here" };
    const form = { ...media, chat: media.chat.value, donations: media.donations.value, recording: wider };
    done(await changeMedia(stored.amina, stored.sessionId, form, { version: null, clock }));
    done(await answerThroughLink(owner, yes, { clock }));
    const said = (await recordNow(stored)).consentEvents.filter(({ how }) => how === "link");
    const others = Object.keys(yes.answers).filter((scope) => scope !== "recording_kept");
    expect(said.map(({ scope, answer }) => `${scope} ${answer}`)).toEqual(
      others.map((scope) => `${scope} yes`),
    );
    const noes = Object.fromEntries(Object.keys(yes.answers).map((scope) => [scope, "no"]));
    done(await answerThroughLink(owner, { ...yes, answers: { ...noes, take_part: "yes" } }, { clock }));
    expect((await standing(stored, owner, "recording_kept")).counts).toBe("no");
    done(await answerThroughLink(owner, await says(stored, owner, "yes"), { clock }));
  });

  test("is not to another day, nor to a recording that was switched on anew while it was read; a no is taken", async () => {
    const stored = await storeScenario("s08");
    const owner = await asked(stored, 1);
    const read = await says(stored, owner, "yes");
    const { session } = await recordNow(stored);
    const options = { version: null, clock };
    const form = { ...detailsOf(session), title: "Quite another thing", endsAt: "2026-12-03T18:30:00Z" };
    done(await changeDetails(stored.amina, stored.sessionId, form, options));
    const { recording, chat, donations } = session.media;
    const media = { ...session.media, chat: chat.value, donations: donations.value };
    const off = { on: false, reason: null, keptWhere: null, seenBy: null, deleteBy: null };
    done(await changeMedia(stored.amina, stored.sessionId, { ...media, recording: off }, options));
    const then = { version: null, clock: at("2026-11-23T10:01:00Z") };
    done(await changeMedia(stored.amina, stored.sessionId, { ...media, recording }, then));
    done(await answerThroughLink(owner, read, { clock: then.clock }));
    const own = (await recordNow(stored)).consentEvents.filter(({ how }) => how === "link");
    const left = ["take_part", "recording_kept"];
    expect(own.map(({ scope }) => scope)).toEqual(
      Object.keys(read.answers).filter((scope) => !left.includes(scope)),
    );
    expect(await openNow(stored, owner)).toEqual(left);
    const anew = await says(stored, owner, "yes");
    const both = { ...anew, answers: { take_part: "yes", recording_kept: "yes" } } as const;
    done(await answerThroughLink(owner, both, { clock: then.clock }));
    expect(await openNow(stored, owner)).toEqual([]);
    const moved = { ...form, title: "Another thing again", endsAt: "2026-12-03T18:20:00Z" };
    done(await changeDetails(stored.amina, stored.sessionId, moved, then));
    expect(await openNow(stored, owner)).toEqual([]);
    done(await answerThroughLink(owner, { ...read, answers: { take_part: "no" } }, { clock: then.clock }));
    expect((await standing(stored, owner, "take_part")).counts).toBe("no");
  });

  test("is not to a platform that was chosen while it was read", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    const read = await says(stored, owner, "yes", { camera: "no" });
    const { session } = await recordNow(stored);
    const { amina, sessionId } = stored;
    const added = done(await addPlatformModes(amina, ["youtube-private"], { clock })).modeIds;
    const modeIds = [...session.platforms.map(({ modeId }) => modeId), ...added];
    const then = at("2026-11-23T10:01:00Z");
    done(await choosePlatforms(amina, sessionId, { modeIds }, { version: null, clock: then }));
    done(await answerThroughLink(owner, read, { clock: then }));
    const own = (await recordNow(stored)).consentEvents.filter(({ how }) => how === "link");
    expect(own.map(({ scope, answer }) => `${scope} ${answer}`)).toEqual(["camera no"]);
  });

  test("to a recording without a known day is asked again once there is one, and stands until then", async () => {
    const stored = await storeScenario("s08", {
      change: ({ session }) => void (session.media.recording.deleteBy = null),
    });
    const owner = await asked(stored, 1);
    done(await answerThroughLink(owner, await says(stored, owner, "yes"), { clock }));
    expect(await openNow(stored, owner)).toEqual([]);
    const { media } = (await recordNow(stored)).session;
    const recording = { ...media.recording, deleteBy: "2046-12-31" };
    const form = { ...media, chat: media.chat.value, donations: media.donations.value, recording };
    const later = { version: null, clock: at("2026-11-23T10:05:00Z") };
    done(await changeMedia(stored.amina, stored.sessionId, form, later));
    expect(await openNow(stored, owner)).toEqual(["recording_kept"]);
    expect((await standing(stored, owner, "recording_kept")).counts).toBe("yes");
    const anew = { ...(await says(stored, owner, "yes")), answers: { recording_kept: "yes" } } as const;
    done(await answerThroughLink(owner, anew, { clock: later.clock }));
    expect(await openNow(stored, owner)).toEqual([]);
  });

  test("to photos holds until the day that was told, and no longer once it is another", async () => {
    const stored = await storeScenario("s08", {
      change: ({ session }) => {
        session.media.images = true;
        session.media.imagesUse = { purpose: "Our page", until: "2027-03-01" };
      },
    });
    await publishWords(stored);
    const owner = await asked(stored, 1);
    const before = await says(stored, owner, "yes");
    const { media } = (await recordNow(stored)).session;
    const form = { ...media, chat: media.chat.value, donations: media.donations.value };
    const until = (day: string, purpose = "Our page") =>
      changeMedia(
        stored.amina,
        stored.sessionId,
        { ...form, imagesUse: { purpose, until: day } },
        { version: null, clock },
      );
    done(await until("2027-02-01"));
    done(await answerThroughLink(owner, before, { clock }));
    expect((await standing(stored, owner, "images")).counts).toBeUndefined();
    done(await answerThroughLink(owner, await says(stored, owner, "yes"), { clock }));
    const said = (await recordNow(stored)).consentEvents.filter(({ how }) => how === "link");
    expect(said.find(({ scope }) => scope === "images")?.validUntil).toBe("2027-02-01");
    expect(said.find(({ scope }) => scope === "camera")?.validUntil).toBeNull();
    expect(codeOf(await answerThroughLink(owner, before, { clock }))).toBe("answered_since");
    expect(await openNow(stored, owner)).toEqual([]);
    done(await until("2027-06-01"));
    expect(await openNow(stored, owner)).toEqual(["images"]);
    done(await until("2027-02-01"));
    expect(await openNow(stored, owner)).toEqual([]);
    const told = (await recordNow(stored)).consentEvents.filter(({ told }) => told !== undefined);
    expect(told.map(({ scope, how, answer }) => [scope, how, answer])).toEqual(
      said
        .filter(({ scope }) => ["recording_kept", "images", "third_party"].includes(scope))
        .map(({ scope }) => [scope, "link", "yes"]),
    );
    done(await until("2027-02-01", "Posters in town"));
    expect(await openNow(stored, owner)).toEqual(["images"]);
    done(await until("2027-06-01"));
    expect(await openNow(stored, owner)).toEqual(["images"]);
    const anew = await says(stored, owner, "yes");
    done(await answerThroughLink(owner, { ...anew, answers: { images: "yes" } }, { clock }));
    expect(await openNow(stored, owner)).toEqual([]);
  });

  test("proposes a made-up name, or is refused whole where the name tells too much", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    const { surname } = (await recordNow(stored)).participants[0] ?? {};
    const telling = await says(stored, owner, "yes", {}, { name: surname ?? "" });
    expect(codeOf(await answerThroughLink(owner, telling, { clock }))).toBe("name_refused");
    expect((await recordNow(stored)).consentEvents.filter(({ how }) => how === "link")).toEqual([]);
    done(await answerThroughLink(owner, { ...telling, name: "Moonfish" }, { clock }));
    expect(await eventTypes(stored.amina)).toContain("consent_request.name_proposed");
    const { amina, idris, sessionId } = stored;
    const shown = async () => (await recordNow(stored)).participants[0]?.displayName;
    expect(await shown()).not.toBe("Moonfish");
    const decide = async (actor: Actor, accepted: boolean) =>
      codeOf(await decideProposedName(actor, sessionId, owner.requestId, accepted, { clock }));
    expect(await decide(idris, true)).toBe("forbidden");
    expect(await decide(amina, false)).toBe("done");
    expect(await decide(amina, true)).toBe("nothing_proposed");
    expect(await shown()).not.toBe("Moonfish");
    done(
      await answerThroughLink(owner, await says(stored, owner, "yes", {}, { name: "Moonfish" }), { clock }),
    );
    expect(await decide(amina, true)).toBe("done");
    expect(await shown()).toBe("Moonfish");

    const wish = async (name: string | null, by = owner) =>
      done(await answerThroughLink(by, await says(stored, by, "yes", {}, { name }), { clock }));
    await wish("Moonfish");
    expect(await decide(amina, true)).toBe("nothing_proposed");
    await wish("Sunfish");
    await wish(null);
    expect((await eventTypes(amina)).at(-1)).not.toBe("consent_request.name_proposed");
    expect(await eventTypes(amina)).toContain("consent_request.name_taken_back");
    expect(await decide(amina, true)).toBe("nothing_proposed");
    await wish("Sunfish");
    const no = await says(stored, owner, "yes", { name_shown: "no" }, { name: "Sunfish" });
    done(await answerThroughLink(owner, no, { clock }));
    expect(await decide(amina, true)).toBe("nothing_proposed");
    await wish("Sunfish");
    done(await changeMindThroughLink(owner, ["name_shown"], { clock }));
    expect(await decide(amina, true)).toBe("nothing_proposed");
    await wish("Starfish");
    const [open] = await findOpenRequests(amina, (await asked(stored)).sessionId);
    expect(open).toMatchObject({ proposedName: "Starfish", nameAccepted: null });
  });
});

describe("a change of mind through a link", () => {
  test("is taken at once, and suspends a sign-off that rests on it", async () => {
    const stored = await storeSigned(READY);
    const owner = await asked(stored);
    expect(await standingNow(stored)).toBe("signed");
    done(await changeMindThroughLink(owner, ["camera"], { clock }));
    expect((await standing(stored, owner, "camera")).counts).toBe("withdrawn");
    expect((await standing(stored, owner, "voice")).counts).toBe("yes");
    expect(await standingNow(stored)).toBe("suspended");
    expect(codeOf(await changeMindThroughLink(owner, ["camera"], { clock }))).toBe("nothing_to_withdraw");
    done(await changeMindThroughLink(owner, "everything", { clock }));
    expect((await standing(stored, owner, "take_part")).counts).toBe("withdrawn");
    expect(await standingNow(stored)).toBe("suspended");
    const { amina, sessionId } = stored;
    done(await removeParticipant(amina, sessionId, owner.participantId, { version: null, clock }));
    expect(await standingNow(stored)).toBe("signed");
  });

  test("leaves a sign-off suspended whatever is said again, until a yes that waited is confirmed", async () => {
    const stored = await storeSigned(READY);
    const owner = await asked(stored);
    const { amina, sessionId } = stored;
    done(await changeMindThroughLink(owner, ["camera"], { clock }));
    const told = async () =>
      (await unreadNoticesOf(amina)).filter(({ kind }) => kind === "sign_off_suspended");
    expect(await told()).toHaveLength(1);
    done(await answerThroughLink(owner, await says(stored, owner, "yes", { camera: "no" }), { clock }));
    expect(await standingNow(stored)).toBe("suspended");
    done(await answerThroughLink(owner, await says(stored, owner, "yes"), { clock }));
    expect((await standing(stored, owner, "camera")).counts).toBe("unconfirmed");
    expect(await standingNow(stored)).toBe("suspended");
    expect(await told()).toHaveLength(1);
    done(await changeMindThroughLink(owner, ["voice"], { clock }));
    expect(await told()).toHaveLength(2);
    const shown = await waitingIds(stored, owner.participantId, clock());
    done(await confirmConsent(amina, sessionId, owner.participantId, shown, { clock }));
    expect(await standingNow(stored)).toBe("lapsed");
  });

  test("touches nobody else's answers", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    done(await changeMindThroughLink(owner, "everything", { clock }));
    const added = (await recordNow(stored)).consentEvents.filter(({ how }) => how === "link");
    expect(new Set(added.map(({ participantId }) => participantId))).toEqual(new Set([owner.participantId]));
    expect(new Set(added.map(({ giver }) => giver.relationship))).toEqual(new Set(["self"]));
  });
});
