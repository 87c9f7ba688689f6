import { Temporal } from "temporal-polyfill";
import { consentLinkToken } from "~/data/consent-link-token.server";
import { findByLinkToken, type LinkOwner } from "~/data/consent-requests.server";
import { standingAnswers } from "~/domain/consent/answers";
import { openQuestions } from "~/domain/consent/link-questions";
import type { OwnAnswers } from "~/domain/consent/own-link";
import { waitingYes } from "~/domain/consent/withdrawal";
import { viewAt } from "~/domain/readiness/view";
import type { ConsentScope } from "~/domain/record/fields";
import type { Outcome } from "~/domain/refusal";
import type { LinkAnswers } from "~/services/answer-through-link.server";
import { askForAnswers } from "~/services/ask-for-answers.server";
import { linkAnswers } from "./link-answers";
import { recordNow } from "./signed-session";
import type { StoredSession } from "./stored-session";

export const READY = "s04-twin-last-good-day";
export const at = (moment: string) => () => Temporal.Instant.from(moment);
export const clock = at("2026-11-23T10:00:00Z");
export const word = { kind: "word", word: "lantern" } as const;

export const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? "done" : outcome.refusal.code);

export function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.message}`);
  return outcome.value;
}

/** Asks the first young person of a session by a link, and opens it. */
export async function asked(stored: StoredSession, place = 0): Promise<LinkOwner> {
  const participantId = (await recordNow(stored)).participants[place]?.id ?? "";
  const wish = [{ participantId, check: word }];
  const { requests } = done(await askForAnswers(stored.amina, stored.sessionId, wish, { clock }));
  const owner = await findByLinkToken(consentLinkToken(requests[0]?.requestId ?? ""));
  if (!owner) throw new Error("The link opens nothing");
  return owner;
}

/** What somebody sends who says the same to every question that is put to them, but for what is given. */
export function says(
  stored: StoredSession,
  owner: LinkOwner,
  answer: "yes" | "no",
  but: OwnAnswers = {},
  more: Partial<LinkAnswers> = {},
): Promise<LinkAnswers> {
  return linkAnswers(stored, owner, clock(), answer, but, more);
}

/** What somebody's link asks them at noon. */
export async function openNow(stored: StoredSession, owner: LinkOwner): Promise<ConsentScope[]> {
  const { view, participant } = await atNoon(stored, owner);
  return openQuestions(view, participant, clock().toString());
}

export async function standing(stored: StoredSession, owner: LinkOwner, scope: ConsentScope) {
  const { view, participant } = await atNoon(stored, owner);
  const own = standingAnswers(view, participant, scope).find(
    ({ event }) => event.giver.relationship === "self",
  );
  return { counts: own?.counts, waits: waitingYes(view, participant).length };
}

async function atNoon(stored: StoredSession, { participantId }: LinkOwner) {
  const view = viewAt(await recordNow(stored), at("2026-11-23T12:00:00Z")());
  const participant = view.participants.find(({ id }) => id === participantId);
  if (!participant) throw new Error("They do not take part");
  return { view, participant };
}
