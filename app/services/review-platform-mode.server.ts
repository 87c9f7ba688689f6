import { newId } from "~/data/new-id.server";
import { toStored, toStoredOrNull } from "~/data/stored-time.server";
import type { Actor } from "~/domain/actor";
import { reviewDueBefore } from "~/domain/defaults/platform-modes";
import { may } from "~/domain/permissions";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { homeDate } from "~/domain/time/today";
import { change } from "./change.server";
import { holdMode } from "./change-platform-mode.server";
import type { SharedEditOptions } from "./organisation-edit";

/**
 * Records that somebody has checked a platform's current rules today, as they stand here: facts that changed after the
 * page was opened have to be looked at first (`stale_version`). Also refuses `not_found` and `forbidden`.
 */
export function reviewPlatformMode(
  actor: Actor,
  modeId: string,
  { version, submission, clock }: SharedEditOptions,
): Promise<Outcome<{ reviewedOn: string }>> {
  return change(
    actor,
    async ({ tx, now, record }) => {
      if (!may(actor, "platform.edit")) {
        return refuse("forbidden", "You may look at platforms but not record a check.");
      }
      const { organisationId, userId } = actor;
      const held = await holdMode(tx, organisationId, modeId);
      if (!held) return refuse("not_found", "There is no such platform.");
      if (held.version !== version) return refuseStale();
      const reviewedOn = homeDate(now);
      await tx.platformReview.create({
        data: {
          organisationId,
          id: newId(),
          modeId,
          reviewedOn: toStored(reviewedOn),
          reviewedBy: userId,
          dueBefore: toStoredOrNull(reviewDueBefore(held.mode.service, reviewedOn)),
          recordedAt: toStored(now),
        },
      });
      record({ type: "platform_mode.reviewed", subject: `platform_mode:${modeId}` });
      return accept({ reviewedOn });
    },
    { submission, clock },
  );
}
