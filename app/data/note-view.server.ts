import { Prisma } from "~/generated/prisma/client";
import type { Actor } from "~/domain/actor";
import { askAlone } from "./connection.server";

/** A page that somebody opened, and whom or what it was about. `page` is a short code, as in `run_sheet`. */
export type View = { page: string; kind: "session" | "participant"; id: string; sessionId: string };

/**
 * Notes in the audit trail that a member opened a page about young people, in one statement by itself. False where they
 * opened the same within the last quarter of an hour, or belong to the organisation no more.
 *
 * @throws where the database cannot, also where it would have to wait for somebody's change for half a second
 */
export async function noteView({ organisationId, userId }: Actor, view: View): Promise<boolean> {
  const [row] = await askAlone<{ noted: boolean }[]>(Prisma.sql`
    SELECT app.note_view(${organisationId}::uuid, ${userId}::uuid, ${view.page}, ${view.kind}, ${view.id}::uuid,
      ${view.sessionId}::uuid) AS noted`);
  return row?.noted === true;
}
