import { tellLeads } from "~/data/notices.server";
import { policySettings } from "~/data/session-record/organisation-rows.server";
import { toStored } from "~/data/stored-time.server";
import type { Actor } from "~/domain/actor";
import type { PolicySettings } from "~/domain/defaults/policy";
import { belowFloor } from "~/domain/people/policy-floors";
import { loosenedSettings } from "~/domain/people/policy-loosened";
import { may } from "~/domain/permissions";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { homeDate } from "~/domain/time/today";
import { change } from "./change.server";
import type { SharedEditOptions } from "./organisation-edit";

export type PolicyChange = {
  /** What changes; everything else stays as in the version that was seen. */
  settings: Partial<PolicySettings>;
  /** The first session date for which it holds, `YYYY-MM-DD`. */
  effectiveFrom: string;
};

/**
 * Makes a new version of the organisation's policy, which holds for sessions from a date on. Sign-offs stand: they
 * were made under the policy of their day, and the next material edit is judged by the new one. Where it asks for less,
 * every approver, safeguarding lead and administrator is told. Refuses `forbidden`,
 * `stale_version`, `below_floor` and `date_passed`.
 */
export function changePolicy(
  actor: Actor,
  { settings, effectiveFrom }: PolicyChange,
  { version, submission, clock }: SharedEditOptions,
): Promise<Outcome<{ version: number }>> {
  return change(
    actor,
    async ({ tx, now, record }) => {
      if (!may(actor, "organisation.edit")) {
        return refuse("forbidden", "Only an administrator changes the policy.");
      }
      const { organisationId, userId } = actor;
      await tx.$queryRaw`SELECT id FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`;
      const newest = await tx.policyVersion.findFirst({
        where: { organisationId },
        orderBy: { version: "desc" },
      });
      if (!newest || newest.version !== version) return refuseStale();
      if (effectiveFrom < homeDate(now)) {
        return refuse(
          "date_passed",
          "The date must be today or later: what has happened is judged as it was",
          "effectiveFrom",
        );
      }
      const before = policySettings.parse(newest.settings);
      const merged = { ...before, ...settings };
      const refusal = belowFloor(merged);
      if (refusal) return refusal;
      await tx.policyVersion.create({
        data: {
          organisationId,
          version: newest.version + 1,
          effectiveFrom: toStored(effectiveFrom),
          settings: policySettings.parse(merged),
          createdAt: toStored(now),
          createdBy: userId,
        },
      });
      const changes = loosenedSettings(before, policySettings.parse(merged));
      if (changes.length > 0) {
        await tellLeads(tx, { organisationId, kind: "policy_loosened", aboutUser: null, changes, now });
      }
      record({
        type: "policy.changed",
        subject: `organisation:${organisationId}`,
        version: newest.version + 1,
      });
      return accept({ version: newest.version + 1 });
    },
    { submission, clock },
  );
}
