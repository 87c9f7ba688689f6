import { z } from "zod";
import type { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "~/data/database.server";
import { toInstant, toInstantOrNull } from "~/data/stored-time.server";
import { sessionRecord, type Acceptance, type SignOff } from "~/domain/record/schema";

const include = {
  facts: true,
  events: { orderBy: { seq: "asc" } },
  acceptances: { orderBy: { id: "asc" } },
} satisfies Prisma.SignOffInclude;

type SignOffRow = Prisma.SignOffGetPayload<{ include: typeof include }>;

const { signOffs: signOffShape, acceptances: acceptanceShape } = sessionRecord.shape;

const bareSignOff = signOffShape.element.omit({ facts: true });

/**
 * Facts were read by the whole schema when they were signed and are never changed since: here it is enough to see that
 * they are such a document, for they are as large as all the rest of a record.
 */
const signedFacts = z.custom<SignOff["facts"]>(
  (stored) => z.looseObject({ format: sessionRecord.shape.format }).safeParse(stored).success,
);

export type SignOffsOfSession = { signOffs: SignOff[]; acceptances: Acceptance[] };

/** The sign-offs of each session, oldest first, and the acceptances that they carry. */
export async function loadSignOffs(
  tx: Transaction,
  organisationId: string,
  sessionIds: string[],
): Promise<Map<string, SignOffsOfSession>> {
  const rows = await tx.signOff.findMany({
    where: { organisationId, sessionId: { in: sessionIds } },
    include,
    orderBy: [{ signedAt: "asc" }, { id: "asc" }],
  });
  const found = new Map<string, SignOffsOfSession>(
    sessionIds.map((id) => [id, { signOffs: [], acceptances: [] }]),
  );
  for (const row of rows) {
    found.get(row.sessionId)?.signOffs.push(toSignOff(row));
    found.get(row.sessionId)?.acceptances.push(...row.acceptances.map(toAcceptance));
  }
  return found;
}

function toSignOff(row: SignOffRow): SignOff {
  const signOff = bareSignOff.parse({
    id: row.id,
    at: toInstant(row.signedAt),
    by: row.signedBy,
    rules: row.rules,
    digest: row.digest,
    events: row.events.map(({ happenedAt, kind, causedBy, digest, changes }) => ({
      at: toInstant(happenedAt),
      kind,
      by: causedBy,
      digest,
      changes,
    })),
  });
  return { ...signOff, facts: signedFacts.parse(row.facts?.facts) };
}

function toAcceptance(row: SignOffRow["acceptances"][number]): Acceptance {
  return acceptanceShape.element.parse({
    id: row.id,
    signOffId: row.signOffId,
    requirement: row.requirement,
    code: row.code,
    subject: row.subject,
    reason: row.reason,
    by: row.acceptedBy,
    at: toInstant(row.acceptedAt),
    until: toInstantOrNull(row.until),
    endedAt: toInstantOrNull(row.endedAt),
  });
}
