import type { Transaction } from "~/data/database.server";
import { loadModes, modeFacts } from "~/data/session-record/mode-rows.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { changeMode, type ModeChange } from "~/domain/platforms/change-mode";
import type { PlatformMode } from "~/domain/record/platform-mode";
import { canonicalJson } from "~/domain/record/canonical";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { homeDate } from "~/domain/time/today";
import { change } from "./change.server";
import type { SharedEditOptions } from "./organisation-edit";
import { settleSharedChange } from "./settle-shared-change.server";

export type SharedEdited = { version: number; signOffsTouched: number };

/**
 * Changes what the organisation knows of a platform mode. Every session on it that has not started is judged anew; a
 * sign-off that rested on what changed lapses. Refuses `not_found`, `forbidden`, `stale_version`, `name_taken`.
 */
export function changePlatformMode(
  actor: Actor,
  modeId: string,
  form: ModeChange,
  { version, submission, clock }: SharedEditOptions,
): Promise<Outcome<SharedEdited>> {
  return change(
    actor,
    async (edit) => {
      const { tx, now, record } = edit;
      if (!may(actor, "platform.edit")) {
        return refuse("forbidden", "You may look at platforms but not change them.");
      }
      const held = await holdMode(tx, actor.organisationId, modeId);
      if (!held) return refuse("not_found", "There is no such platform.");
      if (held.version !== version) return refuseStale();
      if (await isNameTaken(tx, actor.organisationId, modeId, form.name)) {
        return refuse("name_taken", "You have another platform of this name", "name");
      }
      const after = changeMode(held.mode, form, homeDate(now));
      const signOffsTouched = await settleSharedChange(
        { ...edit, actor },
        { kind: "platform_mode", modeId },
        async () => {
          const { id: _id, name, service, kind, reviews: _reviews, ...facts } = after;
          await tx.platformMode.updateMany({
            where: { id: modeId },
            data: { name, service, kind, facts: modeFacts.parse(facts), version: { increment: 1 } },
          });
        },
      );
      record({
        type: "platform_mode.changed",
        subject: `platform_mode:${modeId}`,
        fields: changedFields(held.mode, after),
      });
      return accept({ version: held.version + 1, signOffsTouched });
    },
    { submission, clock },
  );
}

/** A mode that is in use, held until the transaction ends, with its version. */
export async function holdMode(
  tx: Transaction,
  organisationId: string,
  modeId: string,
): Promise<{ mode: PlatformMode; version: number } | null> {
  const { count } = await tx.platformMode.updateMany({
    where: { organisationId, id: modeId, retiredAt: null },
    data: { version: { increment: 0 } },
  });
  if (count === 0) return null;
  const { version } = await tx.platformMode.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id: modeId } },
    select: { version: true },
  });
  const mode = (await loadModes(tx, organisationId, [modeId])).get(modeId);
  return mode ? { mode, version } : null;
}

async function isNameTaken(
  tx: Transaction,
  organisationId: string,
  modeId: string,
  name: string,
): Promise<boolean> {
  const other = await tx.platformMode.findFirst({
    where: {
      organisationId,
      retiredAt: null,
      id: { not: modeId },
      name: { equals: name, mode: "insensitive" },
    },
    select: { id: true },
  });
  return other !== null;
}

function changedFields(before: PlatformMode, after: PlatformMode): string[] {
  const keys = Object.keys(after) as (keyof PlatformMode)[];
  return keys.filter((key) => canonicalJson(before[key]) !== canonicalJson(after[key]));
}
