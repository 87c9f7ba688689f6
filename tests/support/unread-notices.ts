import { readOrganisation } from "~/data/database.server";
import { listUnreadNotices, type Notice } from "~/data/notices.server";
import type { Actor } from "~/domain/actor";

/** What a member was told and has not marked as read, newest first. */
export function unreadNoticesOf({ organisationId, userId }: Actor): Promise<Notice[]> {
  const scope = { organisationId, actorId: userId };
  return readOrganisation(scope, (tx) => listUnreadNotices(tx, { organisationId, userId }, 20));
}
