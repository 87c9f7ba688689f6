import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { SharedEditOptions } from "./organisation-edit";

/**
 * Sets for how many days it holds that contact at a young person's address is safe, also for what was recorded before.
 * Refuses `forbidden` and `stale_version`.
 */
export function changeContactDays(
  actor: Actor,
  days: number,
  { version, submission, clock }: SharedEditOptions,
): Promise<Outcome<{ version: number }>> {
  return change(
    actor,
    async ({ tx, record }) => {
      if (!may(actor, "organisation.edit"))
        return refuse("forbidden", "Only an administrator changes for how long it holds.");
      const { organisationId } = actor;
      const { count } = await tx.organisation.updateMany({
        where: { id: organisationId, version: version ?? -1 },
        data: { contactSafeDays: days, version: { increment: 1 } },
      });
      if (count === 0) return refuseStale();
      const subject = `organisation:${organisationId}` as const;
      record({ type: "organisation.changed", subject, fields: ["contactSafeDays"] });
      return accept({ version: (version ?? 0) + 1 });
    },
    { submission, clock },
  );
}
