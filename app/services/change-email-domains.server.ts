import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { SharedEditOptions } from "./organisation-edit";
import { settleSharedChange } from "./settle-shared-change.server";

/**
 * Sets the domains of the organisation's own e-mail addresses, in lower case. An invitation with an address in a domain
 * that is no longer ours breaks its session. Refuses `forbidden` and `stale_version`.
 */
export function changeEmailDomains(
  actor: Actor,
  emailDomains: readonly string[],
  { version, submission, clock }: SharedEditOptions,
): Promise<Outcome<{ version: number; signOffsTouched: number }>> {
  return change(
    actor,
    async (edit) => {
      if (!may(actor, "organisation.edit"))
        return refuse("forbidden", "Only an administrator changes domains.");
      const { organisationId } = actor;
      let changed = 0;
      const signOffsTouched = await settleSharedChange(
        { ...edit, actor },
        { kind: "organisation" },
        async () => {
          const { count } = await edit.tx.organisation.updateMany({
            where: { id: organisationId, version: version ?? -1 },
            data: {
              emailDomains: [...new Set(emailDomains.map((domain) => domain.toLowerCase()))],
              version: { increment: 1 },
            },
          });
          changed = count;
        },
      );
      if (changed === 0) return refuseStale();
      const subject = `organisation:${organisationId}` as const;
      edit.record({ type: "organisation.changed", subject, fields: ["emailDomains"] });
      return accept({ version: (version ?? 0) + 1, signOffsTouched });
    },
    { submission, clock },
  );
}
