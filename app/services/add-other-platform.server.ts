import { newId } from "~/data/new-id.server";
import { modeFacts } from "~/data/session-record/mode-rows.server";
import type { Actor } from "~/domain/actor";
import { accessFeature } from "~/domain/record/fields";
import type { PlatformMode } from "~/domain/record/platform-mode";
import { may } from "~/domain/permissions";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { AddOptions } from "./organisation-edit";

export type OtherPlatform = Pick<PlatformMode, "name" | "service" | "kind">;

/** Adds a platform mode of which nothing is known yet. Refuses `forbidden`, and `name_taken` where one has this name. */
export function addOtherPlatform(
  actor: Actor,
  { name, service, kind }: OtherPlatform,
  { submission, clock }: AddOptions = {},
): Promise<Outcome<{ modeId: string }>> {
  return change(
    actor,
    async ({ tx, now, record }) => {
      if (!may(actor, "platform.edit"))
        return refuse("forbidden", "You may look at platforms but not add any.");
      const { organisationId } = actor;
      const taken = await tx.platformMode.findFirst({
        where: { organisationId, retiredAt: null, name: { equals: name, mode: "insensitive" } },
        select: { id: true },
      });
      if (taken) return refuse("name_taken", "You have a platform of this name already", "name");
      const modeId = newId();
      await tx.platformMode.create({
        data: {
          organisationId,
          id: modeId,
          name,
          service,
          kind,
          facts: nothingKnown(),
          createdAt: new Date(now),
        },
      });
      record({ type: "platform_mode.added", subject: `platform_mode:${modeId}` });
      return accept({ modeId });
    },
    { submission, clock },
  );
}

function nothingKnown() {
  return modeFacts.parse({
    ageLimits: [],
    parentAccountAllowed: false,
    restrictsAudience: "unknown",
    donations: "unknown",
    features: Object.fromEntries(accessFeature.options.map((feature) => [feature, "unknown"])),
    reportRoute: null,
    note: null,
    sources: [],
  });
}
