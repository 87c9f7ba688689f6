import { noticeKinds, type NoticeKind } from "~/domain/session/notice-kinds";
import type { Transaction } from "./database.server";
import { newId } from "./new-id.server";
import { toInstant } from "./stored-time.server";

export type Notice = {
  id: string;
  sessionId: string;
  title: string;
  zone: string;
  kind: NoticeKind;
  /** Codes of what changed. */
  changes: string[];
  /** ISO 8601 in UTC. */
  at: string;
};

type Told = { organisationId: string; sessionId: string; kind: NoticeKind; now: string; changes?: string[] };

/** Tells members what happened to a session. */
export async function tellMembers(
  tx: Transaction,
  userIds: readonly string[],
  { organisationId, sessionId, kind, now, changes = [] }: Told,
): Promise<void> {
  await tx.notice.createMany({
    data: userIds.map((userId) => ({
      organisationId,
      id: newId(),
      userId,
      sessionId,
      kind,
      changes,
      createdAt: new Date(now),
    })),
  });
}

/** What a member was told and has not marked as read, newest first; at most `limit`. */
export async function listUnreadNotices(
  tx: Transaction,
  { organisationId, userId }: { organisationId: string; userId: string },
  limit: number,
): Promise<Notice[]> {
  const rows = await tx.notice.findMany({
    where: { organisationId, userId, readAt: null, kind: { in: [...noticeKinds] } },
    include: { session: { select: { title: true, zone: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(({ id, sessionId, session, kind, changes, createdAt }) => ({
    id,
    sessionId,
    title: session.title,
    zone: session.zone,
    kind: kind as NoticeKind,
    changes,
    at: toInstant(createdAt),
  }));
}
