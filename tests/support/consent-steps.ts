import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";
import { consentLinkToken } from "~/data/consent-link-token.server";
import { findByLinkToken, type LinkOwner } from "~/data/consent-requests.server";
import { findWordings } from "~/data/consent-wordings.server";
import type { StaffRoute } from "~/domain/consent/answer-routes";
import type { ConsentEvent } from "~/domain/record/participant";
import type { Outcome } from "~/domain/refusal";
import {
  answerThroughLink,
  changeMindThroughLink,
  type LinkAnswers,
} from "~/services/answer-through-link.server";
import { askForAnswers } from "~/services/ask-for-answers.server";
import { cancelSession } from "~/services/cancel-session.server";
import { confirmConsent } from "~/services/confirm-consent.server";
import { correctConsent } from "~/services/correct-consent.server";
import { publishWording, type WordingMeaning } from "~/services/publish-wording.server";
import { recordConsent } from "~/services/record-consent.server";
import { withdrawConsent } from "~/services/withdraw-consent.server";
import { linkAnswers } from "./link-answers";
import { recordNow } from "./signed-session";
import type { StoredSession } from "./stored-session";
import { waitingIds } from "./waiting-answers";

export const scopes = ["take_part", "camera", "voice", "name_shown"] as const;
export type Scope = (typeof scopes)[number];
export type Says = "yes" | "no";

/**
 * Something that happens to one young person’s answers. `older`: a form from before all else is sent again. `first`: the
 * page was opened before any question was reworded. `back`: to the words of the beginning.
 */
export type Step =
  | { do: "link"; says: Record<Scope, Says>; older: boolean; first?: boolean }
  | { do: "change of mind" | "told of a change of mind"; scope: Scope | "everything" }
  | { do: "record"; scope: Scope; answer: Says; how: StaffRoute }
  | { do: "correct"; scope: Scope }
  | { do: "reword"; scope: Scope; meaning: WordingMeaning; back: boolean }
  | { do: "confirm" | "ask anew" | "start" | "end" | "cancel" };

const scope = fc.constantFrom(...scopes);
const says = fc.constantFrom<Says>("yes", "yes", "no");
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("link" as const),
      says: fc.record({ take_part: says, camera: says, voice: says, name_shown: says }),
      older: fc.boolean(),
      first: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("reword" as const),
      scope,
      meaning: fc.constantFrom<WordingMeaning>("changed", "ended", "small"),
      back: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("change of mind" as const, "told of a change of mind" as const),
      scope: fc.oneof(scope, fc.constant("everything" as const)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("record" as const),
      scope,
      answer: says,
      how: fc.constantFrom<StaffRoute>("in_person", "phone", "text", "paper"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("correct" as const), scope }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("confirm" as const, "ask anew" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("start" as const, "end" as const) }) },
);

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? "done" : outcome.refusal.code);

/** One young person, the link that they hold, and the clock of it all. */
export type Scene = {
  stored: StoredSession;
  owner: LinkOwner;
  older: LinkAnswers;
  clock: () => Temporal.Instant;
};

export async function ask(stored: StoredSession, participantId: string, clock: () => Temporal.Instant) {
  const wish = [{ participantId, check: { kind: "word", word: "lantern" } as const }];
  const asked = await askForAnswers(stored.amina, stored.sessionId, wish, { clock });
  const token = asked.ok ? consentLinkToken(asked.value.requests[0]?.requestId ?? "") : "";
  return { code: codeOf(asked), owner: await findByLinkToken(token) };
}

/** One step through the services: what it was answered. */
export async function walk(scene: Scene, what: Step): Promise<string> {
  const { stored, owner, clock } = scene;
  const { amina, sessionId } = stored;
  const { participantId } = owner;
  switch (what.do) {
    case "link": {
      const now = await linkAnswers(stored, owner, clock(), "yes", what.says);
      const words = what.first ? { asked: scene.older.asked } : {};
      const sent = what.older ? { ...scene.older, answers: now.answers } : { ...now, ...words };
      const submission = { id: crypto.randomUUID(), content: sent };
      const twice = [1, 2].map(() => answerThroughLink(owner, sent, { submission, clock }));
      const [one, two] = (await Promise.all(twice)).map(codeOf);
      expect(two).toBe(one);
      return one ?? "";
    }
    case "change of mind": {
      const wanted = what.scope === "everything" ? what.scope : [what.scope];
      return codeOf(await changeMindThroughLink(owner, wanted, { clock }));
    }
    case "told of a change of mind": {
      const wanted = what.scope === "everything" ? what.scope : [what.scope];
      const withdrawal = { giverId: null, scopes: wanted, how: "phone", at: null } as const;
      return codeOf(await withdrawConsent(amina, sessionId, participantId, withdrawal, { clock }));
    }
    case "record": {
      const { scope: one, answer, how } = what;
      const recorded = {
        giver: { kind: "self" },
        answers: { [one]: answer },
        asked: {},
        how,
        at: null,
      } as const;
      const stated = { ...recorded, understood: true, spokenWith: false, until: null };
      return codeOf(await recordConsent(amina, sessionId, participantId, stated, { seen: null, clock }));
    }
    case "correct": {
      const own = (await recordNow(stored)).consentEvents.filter((event) => isOwn(event, owner, what.scope));
      return codeOf(
        await correctConsent(amina, sessionId, participantId, [own.at(-1)?.id ?? crypto.randomUUID()], {
          clock,
        }),
      );
    }
    case "confirm": {
      const shown = await waitingIds(stored, participantId, clock());
      return codeOf(await confirmConsent(amina, sessionId, participantId, shown, { clock }));
    }
    case "ask anew": {
      const anew = await ask(stored, participantId, clock);
      if (!anew.owner) return anew.code;
      const ended = await answerThroughLink(owner, scene.older, { clock });
      expect(codeOf(ended)).toBe("not_usable");
      scene.owner = anew.owner;
      return anew.code;
    }
    case "reword": {
      const all = (await findWordings(stored.rowan)).filter(({ scope: one }) => one === what.scope);
      const [first, newest] = [all[0], all.at(-1)];
      if (!first || !newest) return "not worded";
      const words = what.back ? first.words : `Other words, ${newest.version + 1}. Do you say yes?`;
      const wording = { scope: what.scope, words, short: first.short, meaning: what.meaning };
      return codeOf(await publishWording(stored.rowan, wording, { version: newest.version, clock }));
    }
    case "cancel":
      return codeOf(await cancelSession(amina, sessionId, { reason: "Ill", clock }));
    default: {
      const { startsAt, endsAt } = (await recordNow(stored)).session;
      const then = Temporal.Instant.from(what.do === "start" ? startsAt : endsAt).add({ minutes: 1 });
      if (Temporal.Instant.compare(clock(), then) < 0) scene.clock = () => then;
      return "done";
    }
  }
}

function isOwn(
  event: ConsentEvent,
  { participantId }: Pick<LinkOwner, "participantId">,
  one: Scope,
): boolean {
  return event.participantId === participantId && event.scope === one && event.giver.relationship === "self";
}
