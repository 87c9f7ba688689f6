import { toStored, toStoredOrNull } from "~/data/stored-time.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { chainAfter } from "~/domain/session/platform-chain";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";

/**
 * Chooses the chain of platform modes, the entry first; none at all is a draft's right. Refuses `unknown_platform` for
 * a mode that the organisation does not have or has retired (one that is already chosen may stay), `twice` for a mode
 * given again, and as `editSession`.
 */
export function choosePlatforms(
  actor: Actor,
  sessionId: string,
  { modeIds }: { modeIds: string[] },
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(actor, sessionId, { ...options, section: "platform" }, async ({ tx, now, record }) => {
    if (new Set(modeIds).size < modeIds.length)
      return refuse("twice", "Select each platform only once", "second");
    const { organisationId } = actor;
    const chosen = record.session.platforms;
    const known = await tx.platformMode.findMany({
      where: { organisationId, id: { in: modeIds } },
      select: { id: true, retiredAt: true },
    });
    const usable = known.filter(
      ({ id, retiredAt }) => retiredAt === null || chosen.some(({ modeId }) => modeId === id),
    );
    if (usable.length < modeIds.length)
      return refuse("unknown_platform", "Select a platform from the organisation’s list", "entry");

    await tx.sessionPlatform.deleteMany({ where: { organisationId, sessionId } });
    await tx.sessionPlatform.createMany({
      data: chainAfter(chosen, modeIds, now).map((link, position) => ({
        organisationId,
        sessionId,
        position,
        modeId: link.modeId,
        chosenAt: toStored(link.chosenAt),
        settings: link.settings,
        checkedBy: link.checked?.by ?? null,
        checkedAt: toStoredOrNull(link.checked?.recordedAt ?? null),
      })),
    });
    return accept(null);
  });
}
