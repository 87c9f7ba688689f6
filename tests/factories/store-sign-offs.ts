import type { Transaction } from "~/data/database.server";
import { toStored, toStoredOrNull } from "~/data/stored-time.server";
import type { SessionRecord } from "~/domain/record/schema";

/** What a session was sent for, signed as, and what became of that. */
export async function storeSignOffs(tx: Transaction, record: SessionRecord): Promise<void> {
  const { session, signOffs, acceptances } = record;
  const organisationId = record.organisation.id;
  await tx.signOffRequest.createMany({
    data: session.submissions.map(({ id, at, by, digest, returned }) => ({
      organisationId,
      id,
      sessionId: session.id,
      requestedAt: toStored(at),
      requestedBy: by,
      digest,
      returnedAt: toStoredOrNull(returned?.at ?? null),
      returnedBy: returned?.by ?? null,
      comments: returned?.comments ?? null,
    })),
  });
  for (const { id, at, by, rules, digest, facts, events } of signOffs) {
    await tx.signOff.create({
      data: {
        organisationId,
        id,
        sessionId: session.id,
        signedAt: toStored(at),
        signedBy: by,
        rules,
        digest,
      },
    });
    await tx.signOffFacts.create({ data: { organisationId, signOffId: id, facts } });
    await tx.signOffEvent.createMany({
      data: events.map((event, i) => ({
        organisationId,
        signOffId: id,
        seq: i + 1,
        happenedAt: toStored(event.at),
        kind: event.kind,
        causedBy: event.by,
        digest: event.digest,
        changes: event.changes,
      })),
    });
  }
  await tx.acceptance.createMany({
    data: acceptances.map(({ by, at, until, endedAt, ...acceptance }) => ({
      ...acceptance,
      organisationId,
      acceptedBy: by,
      acceptedAt: toStored(at),
      until: toStoredOrNull(until),
      endedAt: toStoredOrNull(endedAt),
    })),
  });
}
