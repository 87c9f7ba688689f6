import type { Actor } from "~/domain/actor";
import type { HelpList } from "~/domain/consent/help-list";
import { may } from "~/domain/permissions";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { SharedEditOptions } from "./organisation-edit";

/**
 * Sets whom young people may call, as their own pages and paper forms show it. Childline and the emergency number stay on
 * it whatever is set. Refuses `forbidden` and `stale_version`.
 */
export function changeHelpList(
  actor: Actor,
  helpList: HelpList,
  { version, submission, clock }: SharedEditOptions,
): Promise<Outcome<{ version: number }>> {
  return change(
    actor,
    async ({ tx, record }) => {
      if (!may(actor, "organisation.edit"))
        return refuse("forbidden", "Only an administrator changes the help list.");
      const { organisationId } = actor;
      const { count } = await tx.organisation.updateMany({
        where: { id: organisationId, version: version ?? -1 },
        data: { helpList, version: { increment: 1 } },
      });
      if (count === 0) return refuseStale();
      const subject = `organisation:${organisationId}` as const;
      record({ type: "organisation.changed", subject, fields: ["helpList"] });
      return accept({ version: (version ?? 0) + 1 });
    },
    { submission, clock },
  );
}
