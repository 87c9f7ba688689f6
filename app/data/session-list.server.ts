import { Temporal } from "temporal-polyfill";
import type { Actor } from "~/domain/actor";
import type { SessionStatus } from "~/domain/session/status";
import { findSessionList, type ListedSession } from "./session-page.server";

export const PAGE_SIZE = 20;
/** A status is worked out, not stored: it is looked for among this many sessions, the nearest to now. */
const MOST_JUDGED = 300;

type Asked = {
  when: "upcoming" | "past";
  kind: "host" | "join" | null;
  status: SessionStatus | null;
  page: number;
};
export type SessionListPage = { sessions: ListedSession[]; page: number; pages: number; total: number };

/** One page of a member's list of sessions: upcoming ones soonest first, past ones the latest first. */
export async function findSessionListPage(
  actor: Actor,
  { when, kind, status, page }: Asked,
  at = Temporal.Now.instant(),
): Promise<SessionListPage> {
  const now = at.toString();
  const cut = { ...(when === "past" ? { endedBy: now } : { endsAfter: now }), ...(kind && { kind }) };
  if (status === null) {
    const skip = (page - 1) * PAGE_SIZE;
    const { sessions, total } = await findSessionList(actor, { ...cut, skip, take: PAGE_SIZE }, at);
    return { sessions, page, pages: Math.ceil(total / PAGE_SIZE), total };
  }
  const { sessions } = await findSessionList(actor, { ...cut, take: MOST_JUDGED }, at);
  const found = sessions.filter((session) => session.status === status);
  const from = (page - 1) * PAGE_SIZE;
  return {
    sessions: found.slice(from, from + PAGE_SIZE),
    page,
    pages: Math.ceil(found.length / PAGE_SIZE),
    total: found.length,
  };
}
