import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { SharedEditOptions } from "./organisation-edit";

/**
 * Sets the name by which strangers may know the organisation: all that a young person's link shows before its small
 * check. Null for none. Refuses `forbidden` and `stale_version`.
 */
export function changePublicName(
  actor: Actor,
  publicName: string | null,
  { version, submission, clock }: SharedEditOptions,
): Promise<Outcome<{ version: number }>> {
  return change(
    actor,
    async ({ tx, record }) => {
      if (!may(actor, "organisation.edit"))
        return refuse("forbidden", "Only an administrator changes the public name.");
      const { organisationId } = actor;
      const { count } = await tx.organisation.updateMany({
        where: { id: organisationId, version: version ?? -1 },
        data: { publicName, version: { increment: 1 } },
      });
      if (count === 0) return refuseStale();
      const subject = `organisation:${organisationId}` as const;
      record({ type: "organisation.changed", subject, fields: ["publicName"] });
      return accept({ version: (version ?? 0) + 1 });
    },
    { submission, clock },
  );
}
