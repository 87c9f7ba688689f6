import { describe, expect } from "vitest";
import { consentLinkToken } from "~/data/consent-link-token.server";
import {
  findByLinkToken,
  findDeniedLinks,
  findOpenRequest,
  type LinkOwner,
} from "~/data/consent-requests.server";
import { newId } from "~/data/new-id.server";
import { viewAt } from "~/domain/readiness/view";
import { deniedLinks } from "~/http/denied-links.server";
import { answerThroughLink, changeMindThroughLink } from "~/services/answer-through-link.server";
import { shownNotice } from "~/http/shown-notice";
import { paths } from "~/paths";
import { askForAnswers } from "~/services/ask-for-answers.server";
import { endMembership } from "~/services/end-membership.server";
import {
  changeAgreedWord,
  denyLink,
  takeRequestBack,
  unlockRequest,
} from "~/services/keep-consent-request.server";
import { openConsentLink } from "~/services/open-consent-link.server";
import { READY, at, clock, word, codeOf, done, asked, says, standing } from "../support/asked-at-ten";
import { linkAnswers } from "../support/link-answers";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { digestOfOrganisation } from "../support/rows-of";
import { unreadNoticesOf } from "../support/unread-notices";
import { recordNow } from "../support/signed-session";
import { storeScenario } from "../support/stored-session";

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
    const [told] = await unreadNoticesOf(stored.amina);
    const { code } = (await recordNow(stored)).participants[0] ?? {};
    expect(told).toMatchObject({ kind: "link_stopped", changes: [code] });
    if (!told) throw new Error("Nobody is told");
    const { title, to, changes } = shownNotice(told);
    expect([title, to, changes]).toEqual([
      stored.record.session.reference,
      paths.ownLinks(stored.sessionId),
      [code],
    ]);
  });

  test("tells who asked of the answers that came through it before somebody said that it is not theirs", async () => {
    const stored = await storeScenario(READY);
    const owner = await asked(stored);
    done(await answerThroughLink(owner, await says(stored, owner, "yes"), { clock }));
    const after = at("2026-11-23T10:01:00Z");
    done(await denyLink(owner, { clock: after }));
    expect(await standing(stored, owner, "take_part")).toMatchObject({ counts: "yes" });
    const [told] = await unreadNoticesOf(stored.amina);
    expect(told).toMatchObject({ kind: "link_stopped_answered" });
    if (!told) throw new Error("Nobody is told");
    expect(shownNotice(told)).toMatchObject({
      title: stored.record.session.reference,
      to: paths.ownLinks(stored.sessionId),
      changes: [stored.record.participants[0]?.code],
      what: expect.stringContaining("ask the person whether they gave them"),
    });
    const doubted = async () => {
      const view = viewAt(await recordNow(stored), at("2026-11-23T10:03:00Z")());
      return deniedLinks(view, await findDeniedLinks(stored.amina, stored.sessionId), () => true);
    };
    const own = (await recordNow(stored)).consentEvents.filter(({ how }) => how === "link");
    expect(await doubted()).toMatchObject({
      unasked: [expect.any(String)],
      doubted: [{ count: own.length, lastAt: "23 November 2026 at 10am" }],
    });

    // They stay in doubt when the person is asked anew, until they have answered.
    const { participantId } = owner;
    const later = at("2026-11-23T10:02:00Z");
    const wish = [{ participantId, check: word }];
    const again = await askForAnswers(stored.amina, stored.sessionId, wish, { clock: later });
    const anew = { ...owner, requestId: done(again).requests[0]?.requestId ?? "" };
    expect(await doubted()).toMatchObject({ unasked: [], doubted: [{ count: own.length }] });
    const mixed = await linkAnswers(stored, anew, later(), "yes", { camera: "no" });
    done(await answerThroughLink(anew, mixed, { clock: later }));
    expect(await doubted()).toEqual({ unasked: [], doubted: [] });
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
    expect((await unreadNoticesOf(amina)).map(({ kind }) => kind)).toEqual(["link_locked"]);
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
