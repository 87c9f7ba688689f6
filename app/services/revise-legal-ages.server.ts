import { tellLeads } from "~/data/notices.server";
import { policySettings } from "~/data/session-record/organisation-rows.server";
import { toStored } from "~/data/stored-time.server";
import type { Actor } from "~/domain/actor";
import { loosenedSettings } from "~/domain/people/policy-loosened";
import { may } from "~/domain/permissions";
import type { Policy } from "~/domain/record/organisation";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { homeDate } from "~/domain/time/today";
import { change } from "./change.server";
import type { AddOptions } from "./organisation-edit";
import { settleSharedChange } from "./settle-shared-change.server";

type LegalAges = Policy["legalAges"];

/**
 * Writes what the law is anew, as a new version of the policy that holds from today and of each that is to begin later.
 * A law is no choice of the organisation's, so sessions to come that it bars lose their sign-off at once.
 * Where one is taken away or changed, every approver, safeguarding lead and administrator is told. `revise`
 * answers null where there is nothing to revise (`not_found`). Refuses `forbidden`.
 */
export function reviseLegalAges(
  actor: Actor,
  revise: (legalAges: LegalAges) => LegalAges | null,
  { submission, clock }: AddOptions,
): Promise<Outcome<{ signOffsTouched: number }>> {
  return change(
    actor,
    async (edit) => {
      const { tx, now, record } = edit;
      if (!may(actor, "organisation.edit"))
        return refuse("forbidden", "Only an administrator records a law.");
      const { organisationId, userId } = actor;
      await tx.$queryRaw`SELECT id FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`;
      const today = toStored(homeDate(now));
      const versions = await tx.policyVersion.findMany({
        where: { organisationId },
        orderBy: { version: "asc" },
      });
      const current = versions.filter(({ effectiveFrom }) => effectiveFrom <= today).at(-1);
      const coming = versions.filter(
        ({ version, effectiveFrom }) => effectiveFrom > today && version > (current?.version ?? 0),
      );
      const revised = [...(current ? [current] : []), ...coming].flatMap(({ effectiveFrom, settings }) => {
        const policy = policySettings.parse(settings);
        const legalAges = revise(policy.legalAges);
        if (legalAges === null) return [];
        const after = { ...policy, legalAges };
        return [{ effectiveFrom, settings: after, asksForLess: loosenedSettings(policy, after) }];
      });
      if (revised.length === 0) return refuse("not_found", "There is no such law on record.");
      const newest = versions.at(-1)?.version ?? 0;
      const signOffsTouched = await settleSharedChange(
        { ...edit, actor },
        { kind: "organisation" },
        async () => {
          await tx.policyVersion.createMany({
            data: revised.map(({ effectiveFrom, settings }, at) => ({
              organisationId,
              version: newest + 1 + at,
              effectiveFrom: effectiveFrom > today ? effectiveFrom : today,
              settings,
              createdAt: toStored(now),
              createdBy: userId,
            })),
          });
        },
      );
      const changes = [...new Set(revised.flatMap(({ asksForLess }) => asksForLess))];
      if (changes.length > 0) {
        await tellLeads(tx, { organisationId, kind: "policy_loosened", aboutUser: null, changes, now });
      }
      for (const at of revised.keys()) {
        const subject = `organisation:${organisationId}` as const;
        record({ type: "policy.changed", subject, version: newest + 1 + at });
      }
      return accept({ signOffsTouched });
    },
    { submission, clock },
  );
}
