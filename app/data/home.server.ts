import { Temporal } from "temporal-polyfill";
import type { Actor } from "~/domain/actor";
import { readOrganisation } from "./database.server";
import { listUnreadNotices, type Notice } from "./notices.server";
import { listOpenRemovals, type OpenRemoval } from "./removal-tasks.server";
import { listJudged, type ListedSession } from "./session-page.server";

const MOST_NOTICES = 50;
/** The sessions whose turn comes first are looked through; all of them stand in the list of sessions. */
const MOST_SESSIONS = 100;
/** Sessions that ended longer ago ask nothing of anybody any more. */
const LOOK_BACK = { hours: 24 * 14 };

/** `more`: how many later sessions were not looked through. */
export type HomeFound = {
  sessions: ListedSession[];
  more: number;
  notices: Notice[];
  removals: OpenRemoval[];
};

/** What a member's own page needs: the sessions that are to come or were lately, judged now, and what they were told. */
export function findHomeFor(actor: Actor, at = Temporal.Now.instant()): Promise<HomeFound> {
  return readOrganisation({ organisationId: actor.organisationId, actorId: actor.userId }, async (tx) => {
    const list = { endsAfter: at.subtract(LOOK_BACK).toString(), take: MOST_SESSIONS };
    const { sessions, total } = await listJudged(tx, actor, list, at);
    return {
      sessions,
      more: total - sessions.length,
      removals: await listOpenRemovals(tx, actor, MOST_NOTICES),
      notices: await listUnreadNotices(tx, actor, MOST_NOTICES),
    };
  });
}
