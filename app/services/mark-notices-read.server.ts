import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change, type Clock } from "./change.server";

/** Marks what somebody was told as read; only ever their own. Refuses `not_found` where nothing of it was theirs and unread. */
export function markNoticesRead(
  actor: Actor,
  noticeIds: string[],
  { submission, clock }: { submission?: Submission | undefined; clock?: Clock | undefined } = {},
): Promise<Outcome<{ read: number }>> {
  return change(
    actor,
    async ({ tx, now, record }) => {
      const { organisationId, userId } = actor;
      const theirs = await tx.notice.findMany({
        where: { organisationId, userId, id: { in: noticeIds }, readAt: null },
        select: { id: true },
      });
      const ids = theirs.map(({ id }) => id);
      if (ids.length === 0) return refuse("not_found", "There is nothing left to mark as read.");
      await tx.notice.updateMany({ where: { id: { in: ids } }, data: { readAt: new Date(now) } });
      record({ type: "notice.read", subject: `user:${userId}`, notices: ids });
      return accept({ read: ids.length });
    },
    { submission, clock },
  );
}
