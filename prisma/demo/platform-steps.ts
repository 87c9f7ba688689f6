import { accessFeature } from "~/domain/record/fields";
import type { PlatformMode } from "~/domain/record/platform-mode";
import { agesOn } from "~/domain/platforms/change-age-limits";
import { platformFeatures } from "~/domain/platforms/change-mode";
import { addOtherPlatform } from "~/services/add-other-platform.server";
import { changePlatformMode } from "~/services/change-platform-mode.server";
import { reviewPlatformMode } from "~/services/review-platform-mode.server";
import type { Step } from "./play";

/** A platform mode is added with what the organisation found out about it, and somebody checks it. */
export function platformSteps(mode: PlatformMode): Step[] {
  const { id, name, service, kind } = mode;
  return mode.reviews.flatMap(({ recordedAt: at, reviewedBy: by, reviewedOn }): Step[] => [
    {
      at,
      what: `${name}: added`,
      run: async (world, clock) => {
        const added = await addOtherPlatform(world.actor(by), { name, service, kind }, { clock });
        if (added.ok) world.addId("mode", id, added.value.modeId);
        return added;
      },
    },
    {
      at,
      what: `${name}: what is known`,
      run: (world, clock) => {
        const facts = knownOf(mode, reviewedOn);
        return changePlatformMode(world.actor(by), world.id("mode", id), facts, { version: 1, clock });
      },
    },
    {
      at,
      what: `${name}: checked`,
      run: (world, clock) => reviewPlatformMode(world.actor(by), world.id("mode", id), { version: 2, clock }),
    },
  ]);
}

function knownOf(mode: PlatformMode, on: string) {
  const { name, service, kind, parentAccountAllowed, restrictsAudience, donations, reportRoute, note } = mode;
  return {
    ...{ name, service, kind, parentAccountAllowed, restrictsAudience, donations, reportRoute, note },
    ages: agesOn(mode, on),
    from: null,
    source: mode.sources[0]?.address ?? null,
    offers: accessFeature.options.filter(
      (feature) => mode.features[feature] === "yes" && platformFeatures.some((own) => own === feature),
    ),
    offersComplete: true,
  };
}
