import type { Transaction } from "~/data/database.server";
import { toInstant, toPlainDate, toPlainDateOrNull } from "~/data/stored-time.server";
import { platformMode, type PlatformMode } from "~/domain/record/platform-mode";

/** What an organisation knows of a mode, as stored: all that is not its name or a review. */
export const modeFacts = platformMode.omit({
  id: true,
  name: true,
  service: true,
  kind: true,
  reviews: true,
});

export async function loadModes(
  tx: Transaction,
  organisationId: string,
  ids: string[],
): Promise<Map<string, PlatformMode>> {
  const rows = await tx.platformMode.findMany({
    where: { organisationId, id: { in: ids } },
    include: { reviews: { orderBy: [{ recordedAt: "asc" }, { id: "asc" }] } },
  });
  return new Map(
    rows.map(({ id, name, service, kind, facts, reviews }) => [
      id,
      platformMode.parse({
        ...modeFacts.parse(facts),
        id,
        name,
        service,
        kind,
        reviews: reviews.map(({ reviewedOn, reviewedBy, dueBefore, recordedAt }) => ({
          reviewedOn: toPlainDate(reviewedOn),
          reviewedBy,
          dueBefore: toPlainDateOrNull(dueBefore),
          recordedAt: toInstant(recordedAt),
        })),
      }),
    ]),
  );
}
