import { newId } from "~/data/new-id.server";
import { modeFacts } from "~/data/session-record/mode-rows.server";
import type { Actor } from "~/domain/actor";
import { starterModeCalled } from "~/domain/defaults/platform-modes";
import { may } from "~/domain/permissions";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { AddOptions } from "./organisation-edit";

/**
 * Takes platform modes over from the starter list, checked by nobody yet. One that the organisation has already, by its
 * name, is left as it is. Refuses `forbidden`, `unknown_platform`, and `nothing_new` where all are there.
 */
export function addPlatformModes(
  actor: Actor,
  keys: readonly string[],
  { submission, clock }: AddOptions = {},
): Promise<Outcome<{ modeIds: string[] }>> {
  return change(
    actor,
    async ({ tx, now, record }) => {
      if (!may(actor, "platform.edit"))
        return refuse("forbidden", "You may look at platforms but not add any.");
      const { organisationId } = actor;
      const wanted = [...new Set(keys)].map(starterModeCalled);
      if (wanted.some((mode) => mode === null)) {
        return refuse("unknown_platform", "Select platforms from the list", "starters");
      }
      const there = await tx.platformMode.findMany({
        where: { organisationId, retiredAt: null },
        select: { name: true },
      });
      const names = new Set(there.map(({ name }) => name));
      const added = wanted.flatMap((mode) => (mode && !names.has(mode.name) ? [{ id: newId(), mode }] : []));
      if (added.length === 0) return refuse("nothing_new", "You have these platforms already", "starters");
      for (const { id, mode } of added) {
        const { key: _key, name, service, kind, ...facts } = mode;
        await tx.platformMode.create({
          data: {
            organisationId,
            id,
            name,
            service,
            kind,
            facts: modeFacts.parse(facts),
            createdAt: new Date(now),
          },
        });
        record({ type: "platform_mode.added", subject: `platform_mode:${id}` });
      }
      return accept({ modeIds: added.map(({ id }) => id) });
    },
    { submission, clock },
  );
}
