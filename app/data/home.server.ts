import { Temporal } from "temporal-polyfill";
import type { Actor } from "~/domain/actor";
import { readOrganisation } from "./database.server";
import { listUnreadNotices, type Notice } from "./notices.server";
import { listJudged, type JudgedSession } from "./session-page.server";

const MOST_NOTICES = 50;
/** Sessions that ended longer ago ask nothing of anybody any more. */
const LOOK_BACK = { hours: 24 * 14 };

export type HomeFound = { sessions: Omit<JudgedSession, "version">[]; notices: Notice[] };

/** What a member's own page needs: the sessions that are to come or were lately, judged now, and what they were told. */
export function findHomeFor(actor: Actor, at = Temporal.Now.instant()): Promise<HomeFound> {
  return readOrganisation({ organisationId: actor.organisationId, actorId: actor.userId }, async (tx) => {
    const { sessions } = await listJudged(tx, actor, { endsAfter: at.subtract(LOOK_BACK).toString() }, at);
    return { sessions, notices: await listUnreadNotices(tx, actor, MOST_NOTICES) };
  });
}
