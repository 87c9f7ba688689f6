import type { Actor } from "~/domain/actor";
import type { HelpList } from "~/domain/consent/help-list";
import { may } from "~/domain/permissions";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { SharedEditOptions } from "./organisation-edit";

/**
 * What an organisation says of itself beside its policy. `helpList`: whom young people may call, as their own pages and
 * paper forms show it; Childline and the emergency number stay on it whatever is set. `publicName`: all that a young
 * person's link shows of the organisation before its small check; null for none. `contactSafeDays`: for how many days it
 * holds that contact at a young person's address is safe, also for what was recorded before.
 */
export type OrganisationChange =
  { helpList: HelpList } | { publicName: string | null } | { contactSafeDays: number };

/** Changes one thing that an organisation says of itself. Refuses `forbidden` and `stale_version`. */
export function changeOrganisation(
  actor: Actor,
  said: OrganisationChange,
  { version, submission, clock }: SharedEditOptions,
): Promise<Outcome<{ version: number }>> {
  return change(
    actor,
    async ({ tx, record }) => {
      if (!may(actor, "organisation.edit")) return refuse("forbidden", "Only an administrator changes this.");
      const { organisationId } = actor;
      const { count } = await tx.organisation.updateMany({
        where: { id: organisationId, version: version ?? -1 },
        data: { ...said, version: { increment: 1 } },
      });
      if (count === 0) return refuseStale();
      const subject = `organisation:${organisationId}` as const;
      record({ type: "organisation.changed", subject, fields: Object.keys(said) });
      return accept({ version: (version ?? 0) + 1 });
    },
    { submission, clock },
  );
}
