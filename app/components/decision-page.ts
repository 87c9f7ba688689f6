import type { Actor } from "~/domain/actor";
import { decisionBarWords } from "~/domain/consent/decision-words";
import { mayPropose, openDecisions } from "~/domain/consent/decisions";
import { competenceDecision, conflictDecision, decisionBar } from "~/domain/consent/givers";
import { consentRows } from "~/domain/consent/matrix";
import { answersOnRecord } from "~/domain/consent/on-record";
import { giverWords, scopeHeadings, scopeWords } from "~/domain/consent/words";
import type { Readiness } from "~/domain/readiness/result";
import { nameOf, type View } from "~/domain/readiness/view";
import type { ConsentScope, Role } from "~/domain/record/fields";
import type { Participant } from "~/domain/record/participant";
import { listInWords } from "~/domain/time/words";

export type Worker = { userId: string; name: string; roles: readonly Role[] };

const choiceOf = (scope: ConsentScope) => ({ value: scope, label: scopeHeadings[scope] });

/** What the page on which a safeguarding lead decides about one young person's answers shows to whoever opens it. */
export function decisionPage(
  view: View,
  readiness: Readiness,
  participant: Participant,
  { actor, workers }: { actor: Actor; workers: readonly Worker[] },
) {
  const open = openDecisions(view, participant);
  const bar = decisionBar(view, actor.userId);
  const cells = consentRows(view, readiness).find(({ id }) => id === participant.id)?.cells ?? [];
  return {
    code: participant.code,
    name: nameOf(participant),
    bar: bar && decisionBarWords[bar],
    leads: workers
      .filter(({ userId, roles }) => roles.includes("safeguarding_lead") && !decisionBar(view, userId))
      .map(({ name }) => name),
    inForce: inForce(view, participant),
    onRecord: cells.map((cell) => ({ key: scopeHeadings[cell.scope], lines: answersOnRecord(cell) })),
    competence: open.competence.map(choiceOf),
    conflict: open.conflict.map(choiceOf),
    givers: open.givers.map(({ giver }) => ({
      value: giver.id,
      label: giver.relationship === "self" ? `${nameOf(participant)} themselves` : giverWords(giver),
    })),
    proposers: workers
      .filter((worker) => mayPropose(view, actor.userId, worker))
      .map(({ userId, name }) => ({ value: userId, label: name })),
  };
}

/** The decisions that hold now, in a sentence each. */
function inForce(view: View, participant: Participant): string[] {
  const { competence, conflict, givers } = openDecisions(view, participant);
  const age = view.ageOf(participant) ?? 0;
  const name = nameOf(participant);
  const alone = competence.filter((scope) => competenceDecision(view, participant, age, scope));
  const counting = givers.flatMap(({ giver, scopes }) => {
    const own = scopes.filter(
      (scope) => conflict.includes(scope) && conflictDecision(view, participant, scope) === giver.id,
    );
    const who = giver.relationship === "self" ? name : giverWords(giver);
    return own.length > 0 ? [`On whether to ${inWords(own)}, this answer counts: ${who}.`] : [];
  });
  const sentence = `${name} can answer without a parent or carer whether to ${inWords(alone)}.`;
  return [...(alone.length > 0 ? [sentence] : []), ...counting];
}

function inWords(scopes: ConsentScope[]): string {
  return listInWords(scopes.map((scope) => scopeWords[scope]));
}
