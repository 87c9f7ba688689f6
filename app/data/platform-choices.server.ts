import type { Actor } from "~/domain/actor";
import type { PlatformMode } from "~/domain/record/platform-mode";
import { readOrganisation } from "./database.server";
import { loadModes } from "./session-record/mode-rows.server";

/** The modes that a session can use, by name: those of the organisation that are not retired, and any in `chosen`. */
export function listPlatformChoices(actor: Actor, chosen: readonly string[]): Promise<PlatformMode[]> {
  const { organisationId, userId } = actor;
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.platformMode.findMany({
      where: { organisationId, OR: [{ retiredAt: null }, { id: { in: [...chosen] } }] },
      select: { id: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    const modes = await loadModes(
      tx,
      organisationId,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id }) => modes.get(id) ?? []);
  });
}
