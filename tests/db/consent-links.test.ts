import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { consentLinkToken } from "~/data/consent-link-token.server";
import { findByLinkToken, findOpenRequest, type LinkOwner } from "~/data/consent-requests.server";
import { newId } from "~/data/new-id.server";
import { standingAnswers } from "~/domain/consent/answers";
import type { Actor } from "~/domain/actor";
import type { OwnAnswers } from "~/domain/consent/own-link";
import { waitingYes } from "~/domain/consent/withdrawal";
import { viewAt } from "~/domain/readiness/view";
import type { ConsentScope } from "~/domain/record/fields";
import type { Outcome } from "~/domain/refusal";
import {
  answerThroughLink,
  changeMindThroughLink,
  type LinkAnswers,
} from "~/services/answer-through-link.server";
import { askForAnswers } from "~/services/ask-for-answers.server";
import { cancelSession } from "~/services/cancel-session.server";
import { changeMedia } from "~/services/change-media.server";
import { confirmConsent } from "~/services/confirm-consent.server";
import { endMembership } from "~/services/end-membership.server";
import { decideProposedName } from "~/services/decide-proposed-name.server";
import {
  changeAgreedWord,
  denyLink,
  takeRequestBack,
  unlockRequest,
} from "~/services/keep-consent-request.server";
import { openConsentLink } from "~/services/open-consent-link.server";
import { recordConsent } from "~/services/record-consent.server";
import { publishWords } from "../support/asked-by-link";
import { linkAnswers } from "../support/link-answers";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { digestOfOrganisation } from "../support/rows-of";
import { recordNow, standingNow, storeSigned } from "../support/signed-session";
import { storeScenario, type StoredSession } from "../support/stored-session";
import { waitingIds } from "../support/waiting-answers";

const READY = "s04-twin-last-good-day";
const at = (moment: string) => () => Temporal.Instant.from(moment);
const clock = at("2026-11-23T10:00:00Z");
const word = { kind: "word", word: "lantern" } as const;

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? "done" : outcome.refusal.code);

function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.message}`);
  return outcome.value;
}

/** Asks the first young person of a session by a link, and opens it. */
async function asked(stored: StoredSession, place = 0): Promise<LinkOwner> {
  const participantId = (await recordNow(stored)).participants[place]?.id ?? "";
  const wish = [{ participantId, check: word }];
  const { requests } = done(await askForAnswers(stored.amina, stored.sessionId, wish, { clock }));
  const owner = await findByLinkToken(consentLinkToken(requests[0]?.requestId ?? ""));
  if (!owner) throw new Error("The link opens nothing");
  return owner;
}

/** What somebody sends who says the same to every question that is put to them, but for what is given. */
function says(
  stored: StoredSession,
  owner: LinkOwner,
  answer: "yes" | "no",
  but: OwnAnswers = {},
  more: Partial<LinkAnswers> = {},
): Promise<LinkAnswers> {
  return linkAnswers(stored, owner, clock(), answer, but, more);
}

async function standing(stored: StoredSession, { participantId }: LinkOwner, scope: ConsentScope) {
  const view = viewAt(await recordNow(stored), at("2026-11-23T12:00:00Z")());
  const participant = view.participants.find(({ id }) => id === participantId);
  if (!participant) throw new Error("They do not take part");
  const own = standingAnswers(view, participant, scope).find(
    ({ event }) => event.giver.relationship === "self",
  );
  return { counts: own?.counts, waits: waitingYes(view, participant).length };
}

describe("a link", () => {
  test("leads to its request, is the same each time, and nothing in the database makes it", async ({
    database,
  }) => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    expect(owner).toMatchObject({ organisationId: stored.amina.organisationId, sessionId: stored.sessionId });
    const token = consentLinkToken(owner.requestId);
    expect(await findByLinkToken(token)).toEqual(owner);
    const before = await digestOfOrganisation(database.ownerUrl, owner.organisationId);
    for (let look = 0; look < 10; look += 1) await findByLinkToken(token);
    expect(await digestOfOrganisation(database.ownerUrl, owner.organisationId)).toEqual(before);
  });

  test("opens nothing when it is guessed, of no request, taken back, or another took its place", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    const { requestId } = owner;
    expect(await findByLinkToken(consentLinkToken(newId()))).toBeNull();
    expect(await findByLinkToken(consentLinkToken(requestId).toUpperCase())).toBeNull();
    const anew = await asked(stored);
    expect(anew.requestId).not.toBe(requestId);
    expect(await findByLinkToken(consentLinkToken(requestId))).toBeNull();
    const { amina, stranger, sessionId } = stored;
    expect(codeOf(await takeRequestBack(stranger, sessionId, anew.requestId))).toBe("not_found");
    done(await takeRequestBack(amina, sessionId, anew.requestId, { clock }));
    expect(await findOpenRequest(anew.requestId)).toBeNull();
    expect(codeOf(await takeRequestBack(amina, sessionId, anew.requestId, { clock }))).toBe("not_found");
    for (const act of [
      openConsentLink(anew, { word: "lantern" }),
      answerThroughLink(anew, await says(stored, anew, "no"), { clock }),
      changeMindThroughLink(anew, "everything", { clock }),
    ])
      expect(codeOf(await act)).toBe("not_usable");
    expect(codeOf(await denyLink(anew))).toBe("not_found");
  });

  test("ends when whoever opened it says that they are not the person", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    done(await denyLink(owner, { clock }));
    expect(await findOpenRequest(owner.requestId)).toBeNull();
    expect((await eventTypes(stored.amina)).at(-1)).toBe("consent_request.ended");
  });

  test("ends with the membership of who made it", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    const { rowan, amina, sorrel } = stored;
    const left = { version: 1, handOverTo: sorrel.userId, clock };
    done(await endMembership(rowan, amina.userId, left));
    expect(await findOpenRequest(owner.requestId)).toBeNull();
    expect(await eventTypes(rowan)).toContain("consent_request.ended");
  });

  test("is made for people of the session alone, by who edits it, while it is good for something", async () => {
    const stored = await storeScenario(READY);
    const { amina, idris, stranger, sessionId } = stored;
    const participantId = (await recordNow(stored)).participants[0]?.id ?? "";
    const ask = async (actor = amina, change = {}, when = clock) =>
      codeOf(
        await askForAnswers(actor, sessionId, [{ participantId, check: word, ...change }], { clock: when }),
      );
    expect(await ask(stranger)).toBe("not_found");
    expect(await ask(idris)).toBe("forbidden");
    expect(await ask(amina, { participantId: newId() })).toBe("not_found");
    expect(await ask(amina, { check: { kind: "word", word: "sea" } })).toBe("word_too_short");
    const { endsAt } = (await recordNow(stored)).session;
    expect(await ask(amina, {}, at(endsAt))).toBe("too_late");
    expect(codeOf(await askForAnswers(amina, sessionId, [], { clock }))).toBe("nobody_asked");
    expect(await ask()).toBe("done");
  });
});

describe("a link that is made after the start", () => {
  test("ends what they agreed to, takes no yes, and is for nobody who agreed to nothing", async () => {
    const stored = await storeScenario(READY);
    const { amina, sessionId } = stored;
    const [agreed, refused] = [await asked(stored, 0), await asked(stored, 1)];
    done(await answerThroughLink(agreed, await says(stored, agreed, "yes"), { clock }));
    done(await changeMindThroughLink(refused, "everything", { clock }));
    done(await denyLink(agreed, { clock }));
    const { startsAt, endsAt } = (await recordNow(stored)).session;
    const during = { clock: at(startsAt) };
    const ask = (owner: LinkOwner, options = during) =>
      askForAnswers(amina, sessionId, [{ participantId: owner.participantId, check: word }], options);
    expect(codeOf(await ask(refused))).toBe("too_late");

    const [made] = done(await ask(agreed)).requests;
    const owner = await findByLinkToken(consentLinkToken(made?.requestId ?? ""));
    if (!owner) throw new Error("The link opens nothing");
    done(await openConsentLink(owner, { word: "lantern" }, during));
    const yes = await says(stored, owner, "yes");
    expect(codeOf(await answerThroughLink(owner, yes, during))).toBe("only_no");
    done(await changeMindThroughLink(owner, ["camera"], during));
    const last = (await recordNow(stored)).consentEvents.at(-1);
    expect(last).toMatchObject({ scope: "camera", answer: "withdrawn", how: "link" });
    expect(codeOf(await ask(agreed, { clock: at(endsAt) }))).toBe("too_late");
  });
});

describe("the small check", () => {
  test("is passed by the word, and notes the first time alone as opened", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    expect(codeOf(await openConsentLink(owner, { word: "candle" }, { clock }))).toBe("wrong_check");
    expect(codeOf(await openConsentLink(owner, { word: "Lantern " }, { clock }))).toBe("done");
    expect(
      codeOf(await openConsentLink(owner, { word: "lantern" }, { clock: at("2026-11-23T11:00:00Z") })),
    ).toBe("done");
    expect((await eventTypes(stored.amina)).filter((type) => type.startsWith("consent_request"))).toEqual([
      "consent_request.made",
      "consent_request.check_failed",
      "consent_request.opened",
      "consent_request.opened",
    ]);
  });

  test("is locked by five wrong tries, side by side too, until a worker opens it", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => openConsentLink(owner, { word: "candle" }, { clock })),
    );
    expect(tries.map(codeOf).sort()).toEqual([...Array(4).fill("locked"), ...Array(4).fill("wrong_check")]);
    expect(codeOf(await openConsentLink(owner, { word: "lantern" }, { clock }))).toBe("locked");
    const { amina, idris, sessionId } = stored;
    expect(codeOf(await unlockRequest(idris, sessionId, owner.requestId, { clock }))).toBe("forbidden");
    done(await unlockRequest(amina, sessionId, owner.requestId, { clock }));
    expect(codeOf(await unlockRequest(amina, sessionId, owner.requestId, { clock }))).toBe("not_locked");
    expect(codeOf(await openConsentLink(owner, { word: "lantern" }, { clock }))).toBe("done");
  });
});

describe("the agreed word", () => {
  test("is another, until the link was opened; by who edits the session, and never too short", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    const { amina, idris, stranger, sessionId } = stored;
    const agree = async (to: string, by = amina) =>
      codeOf(await changeAgreedWord(by, sessionId, owner.requestId, to, { clock }));
    expect(await agree("Moonlight", stranger)).toBe("not_found");
    expect(await agree("Moonlight", idris)).toBe("forbidden");
    expect(await agree("sea")).toBe("word_too_short");
    expect(await agree("Moonlight")).toBe("done");
    expect(codeOf(await openConsentLink(owner, { word: "lantern" }, { clock }))).toBe("wrong_check");
    expect(await agree("Blue moon")).toBe("done");
    expect(codeOf(await openConsentLink(owner, { word: "bluemoon" }, { clock }))).toBe("done");
    expect(await agree("lantern")).toBe("opened_already");
    expect((await eventTypes(amina)).filter((type) => type.endsWith("word_changed"))).toHaveLength(2);
  });
});

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
    const until = (day: string) =>
      changeMedia(
        stored.amina,
        stored.sessionId,
        { ...form, imagesUse: { purpose: "Our page", until: day } },
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
