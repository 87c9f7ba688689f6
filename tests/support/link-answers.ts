import type { Temporal } from "temporal-polyfill";
import type { LinkOwner } from "~/data/consent-requests.server";
import { listWordings } from "~/data/consent-wordings.server";
import { readOrganisation } from "~/data/database.server";
import type { OwnAnswers } from "~/domain/consent/own-link";
import { askedOf } from "~/domain/consent/asked";
import { questionsFor } from "~/domain/consent/questions";
import { viewAt } from "~/domain/readiness/view";
import type { ConsentScope } from "~/domain/record/fields";
import type { LinkAnswers } from "~/services/answer-through-link.server";
import { recordNow } from "./signed-session";
import type { StoredSession } from "./stored-session";

/** What somebody sends who says the same to every question that is put to them, but for what is given. */
export async function linkAnswers(
  stored: StoredSession,
  { organisationId, participantId }: Pick<LinkOwner, "organisationId" | "participantId">,
  now: Temporal.Instant,
  answer: "yes" | "no",
  but: OwnAnswers = {},
  more: Partial<LinkAnswers> = {},
): Promise<LinkAnswers> {
  const record = await recordNow(stored);
  const view = viewAt(record, now);
  const participant = view.participants.find(({ id }) => id === participantId);
  if (!participant) throw new Error("They do not take part");
  const questions = questionsFor(view, participant);
  const scopes = questions.map(({ scope }) => scope);
  const wordings = await readOrganisation({ organisationId, actorId: null }, (tx) =>
    listWordings(tx, organisationId),
  );
  const digests = questions.map((question) => {
    const { scope } = question;
    const digest = wordings.findLast((wording) => wording.scope === scope)?.digest;
    return [scope, digest && askedOf(digest, question, view)];
  });
  return {
    answers: { ...Object.fromEntries(scopes.map((scope) => [scope, answer])), ...but },
    asked: Object.fromEntries(digests) as Partial<Record<ConsentScope, string>>,
    name: null,
    seen: Math.max(0, ...record.consentEvents.map(({ seq }) => seq)),
    ...more,
  };
}
