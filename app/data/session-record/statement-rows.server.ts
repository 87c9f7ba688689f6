import type { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "~/data/database.server";
import { toInstant, toInstantOrNull, toPlainDate } from "~/data/stored-time.server";
import { statement, type Statement } from "~/domain/record/statement";

export type Statements = {
  /** Of the organisation and of adults: they hold for every session until they are to be renewed. */
  standing: Statement[];
  /** Of one session or one of its participants. */
  bySession: Map<string, Statement[]>;
};

export async function loadStatements(
  tx: Transaction,
  organisationId: string,
  { sessionIds, adultIds }: { sessionIds: string[]; adultIds: string[] },
): Promise<Statements> {
  const ofSession = { sessionId: { in: sessionIds } };
  const ofAdult = { adultId: { in: adultIds } };
  const ofOrganisation = { sessionId: null, adultId: null, participantId: null };
  const rows = await tx.statement.findMany({
    where: { organisationId, OR: [ofSession, ofAdult, ofOrganisation] },
    include: { note: true },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  const bySession = new Map<string, Statement[]>(sessionIds.map((id) => [id, []]));
  for (const row of rows) if (row.sessionId) bySession.get(row.sessionId)?.push(toStatement(row));
  return { standing: rows.filter((row) => row.sessionId === null).map(toStatement), bySession };
}

type StatementRow = Prisma.StatementGetPayload<{ include: { note: true } }>;

function toStatement(row: StatementRow): Statement {
  return statement.parse({
    id: row.id,
    kind: row.kind,
    about: aboutWhat(row),
    by: row.statedBy,
    as: row.statedAs,
    statedOn: toPlainDate(row.statedOn),
    recordedAt: toInstant(row.recordedAt),
    textVersion: row.textVersion,
    answer: row.answer,
    note: row.note?.note ?? null,
    scopes: row.scopes,
    giverId: row.giverId,
    proposedBy: row.proposedBy,
    until: toInstantOrNull(row.until),
  });
}

function aboutWhat(row: StatementRow): Statement["about"] {
  if (row.participantId) return { kind: "participant", id: row.participantId };
  if (row.adultId) return { kind: "adult", id: row.adultId };
  if (row.sessionId) return { kind: "session", id: row.sessionId };
  return { kind: "organisation", id: row.organisationId };
}
