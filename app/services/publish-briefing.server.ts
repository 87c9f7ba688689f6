import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import type { BriefingPoint } from "~/domain/record/fields";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { toStored } from "~/data/stored-time.server";
import { change } from "./change.server";
import type { SharedEditOptions } from "./organisation-edit";
import { settleSharedChange } from "./settle-shared-change.server";

export type NewBriefing = {
  points: Record<BriefingPoint, string>;
  /** Young people who heard the earlier words have to be briefed again. */
  changesMeaning: boolean;
};

/**
 * Puts new words for the briefing in use from now on. Where they change the meaning, everybody who was briefed for a
 * session to come has to be told anew, and its sign-off lapses. Refuses `forbidden` and `stale_version`.
 */
export function publishBriefing(
  actor: Actor,
  { points, changesMeaning }: NewBriefing,
  { version, submission, clock }: SharedEditOptions,
): Promise<Outcome<{ version: number; signOffsTouched: number }>> {
  return change(
    actor,
    async (edit) => {
      const { tx, now, record } = edit;
      if (!may(actor, "organisation.edit")) {
        return refuse("forbidden", "Only an administrator changes the briefing.");
      }
      const { organisationId, userId } = actor;
      await tx.$queryRaw`SELECT id FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`;
      const newest = await tx.briefingText.findFirst({
        where: { organisationId },
        orderBy: { version: "desc" },
        select: { version: true },
      });
      if (!newest || newest.version !== version) return refuseStale();
      const next = newest.version + 1;
      const signOffsTouched = await settleSharedChange(
        { ...edit, actor },
        { kind: "organisation" },
        async () => {
          await tx.briefingText.create({
            data: {
              organisationId,
              version: next,
              fromAt: toStored(now),
              changesMeaning,
              points,
              createdBy: userId,
            },
          });
        },
      );
      record({
        type: "briefing_text.published",
        subject: `organisation:${organisationId}`,
        version: next,
        changesMeaning,
      });
      return accept({ version: next, signOffsTouched });
    },
    { submission, clock },
  );
}
