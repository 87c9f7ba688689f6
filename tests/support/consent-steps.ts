import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";
import { consentLinkToken } from "~/data/consent-link-token.server";
import { findByLinkToken, type LinkOwner } from "~/data/consent-requests.server";
import type { StaffRoute } from "~/domain/consent/answer-routes";
import type { ConsentEvent } from "~/domain/record/participant";
import type { Outcome } from "~/domain/refusal";
import {
  answerThroughLink,
  changeMindThroughLink,
  type LinkAnswers,
} from "~/services/answer-through-link.server";
import { askForAnswers } from "~/services/ask-for-answers.server";
import { confirmConsent } from "~/services/confirm-consent.server";
import { correctConsent } from "~/services/correct-consent.server";
import { recordConsent } from "~/services/record-consent.server";
import { withdrawConsent } from "~/services/withdraw-consent.server";
import { linkAnswers } from "./link-answers";
import { recordNow } from "./signed-session";
import type { StoredSession } from "./stored-session";
import { waitingIds } from "./waiting-answers";

export const scopes = ["take_part", "camera", "voice", "name_shown"] as const;
export type Scope = (typeof scopes)[number];
export type Says = "yes" | "no";

/** Something that happens to one young person’s answers. */
export type Step =
  | { do: "link"; says: Record<Scope, Says>; older: boolean }
  | { do: "change of mind" | "told of a change of mind"; scope: Scope | "everything" }
  | { do: "record"; scope: Scope; answer: Says; how: StaffRoute }
  | { do: "correct"; scope: Scope }
  | { do: "confirm" | "ask anew" | "start" };

const scope = fc.constantFrom(...scopes);
const says = fc.constantFrom<Says>("yes", "yes", "no");
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("link" as const),
      says: fc.record({ take_part: says, camera: says, voice: says, name_shown: says }),
      older: fc.boolean(),
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
  { weight: 1, arbitrary: fc.record({ do: fc.constant("start" as const) }) },
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
      const sent = what.older ? { ...scene.older, answers: now.answers } : now;
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
    default: {
      const { startsAt } = (await recordNow(stored)).session;
      const start = Temporal.Instant.from(startsAt);
      scene.clock = () => start.add({ minutes: 1 });
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
