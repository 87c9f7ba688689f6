import { Temporal } from "temporal-polyfill";
import type { Actor } from "~/domain/actor";
import { questionsFor } from "~/domain/consent/questions";
import { standingYes } from "~/domain/consent/withdrawal";
import { viewAt } from "~/domain/readiness/view";
import type { ConsentScope } from "~/domain/record/fields";
import type { ListedFacts } from "~/domain/record/schema";
import { latestSignOff, standingOf } from "~/domain/sign-off/standing";
import { readOrganisation } from "./database.server";
import { loadListedFacts } from "./session-record.server";
import { listUpcomingOn } from "./upcoming-sessions.server";

/** Of whom a yes to one question stands, for sessions that have not started; how many of those sessions are signed off. */
export type WordingReach = { people: number; sessions: number; signedOff: number };

export function findWordingReach(
  { organisationId, userId }: Actor,
  scope: ConsentScope,
  at = Temporal.Now.instant(),
): Promise<WordingReach> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const ids = await listUpcomingOn(tx, organisationId, { kind: "organisation" }, at.toString());
    const reached = (await loadListedFacts(tx, organisationId, ids))
      .filter(({ session }) => !session.cancelled)
      .map((facts) => ({ facts, people: agreedTo(facts, scope, at) }))
      .filter(({ people }) => people > 0);
    return {
      people: reached.reduce((sum, { people }) => sum + people, 0),
      sessions: reached.length,
      signedOff: reached.filter(({ facts }) => isSigned(facts)).length,
    };
  });
}

function agreedTo(facts: ListedFacts, scope: ConsentScope, at: Temporal.Instant): number {
  const view = viewAt(facts, at);
  return view.participants.filter(
    (participant) =>
      questionsFor(view, participant).some((question) => question.scope === scope) &&
      standingYes(view, participant).some((event) => event.scope === scope),
  ).length;
}

function isSigned({ signOffs }: ListedFacts): boolean {
  const signOff = latestSignOff(signOffs);
  return signOff !== null && standingOf(signOff) !== "lapsed";
}
