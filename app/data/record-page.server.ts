import { Temporal } from "temporal-polyfill";
import type { Actor } from "~/domain/actor";
import { may, seesRedactedOnly } from "~/domain/permissions";
import { evaluate } from "~/domain/readiness/evaluate";
import { redactRecord } from "~/domain/record/redact";
import type { SessionStatus } from "~/domain/session/status";
import { readOrganisation } from "./database.server";
import { findWholeSession, inSight, judge, type JudgedSession } from "./session-page.server";
import { loadListedFacts } from "./session-record.server";

/** A record as its reader may see it: `redacted` for whoever is only a reviewer. The status is told from the full one. */
export type ReadableRecord = Pick<JudgedSession, "record" | "readiness" | "status" | "subject"> & {
  redacted: boolean;
};

/** A session's record for a reader, judged now; null where there is none or it is not theirs to see. */
export async function findRecordFor(
  actor: Actor,
  sessionId: string,
  at = Temporal.Now.instant(),
): Promise<ReadableRecord | null> {
  const found = await findWholeSession(actor, sessionId, at);
  if (!found) return null;
  const { record, readiness, status, subject } = found;
  if (!seesRedactedOnly(actor)) return { record, readiness, status, subject, redacted: false };
  const redacted = redactRecord(record);
  return { record: redacted, readiness: evaluate(redacted, at), status, subject, redacted: true };
}

export type ListedRecord = {
  sessionId: string;
  reference: string;
  /** Null for whoever sees redacted records only. */
  title: string | null;
  startsAt: string;
  endsAt: string;
  zone: string;
  status: SessionStatus;
};

const PAGE_SIZE = 50;

/** One page of the records that somebody may see, the latest session first. The number of queries does not grow with them. */
export function listRecordsFor(
  actor: Actor,
  page: number,
  at = Temporal.Now.instant(),
): Promise<{ records: ListedRecord[]; pages: number }> {
  if (!may(actor, "session.view")) return Promise.resolve({ records: [], pages: 0 });
  const { organisationId, userId } = actor;
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const where = inSight(actor);
    const count = await tx.session.count({ where });
    const rows = await tx.session.findMany({
      where,
      select: { id: true },
      orderBy: [{ startsAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    });
    const records = await loadListedFacts(
      tx,
      organisationId,
      rows.map(({ id }) => id),
    );
    return {
      pages: Math.ceil(count / PAGE_SIZE),
      records: records.map((record) => {
        const { id, reference, title, startsAt, endsAt, zone } = record.session;
        const shown = seesRedactedOnly(actor) ? null : title;
        const { status } = judge(record, at);
        return { sessionId: id, reference, title: shown, startsAt, endsAt, zone, status };
      }),
    };
  });
}
