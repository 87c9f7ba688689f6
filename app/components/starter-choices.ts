import { starterModes } from "~/domain/defaults/platform-modes";
import type { PlatformMode } from "~/domain/record/platform-mode";
import type { Choice } from "./radios";

const restricted: Record<PlatformMode["restrictsAudience"], string> = {
  yes: "You can decide who watches.",
  no: "Anybody can watch.",
  unknown: "Who can watch depends on where it sends to.",
};

/** The starter list as boxes to tick, without what the organisation has already. */
export function starterChoices(names: readonly string[]): Choice[] {
  return starterModes
    .filter(({ name }) => !names.includes(name))
    .map(({ key, name, ageLimits, restrictsAudience }) => {
      const age = ageLimits.find(({ limit }) => limit === "terms")?.age ?? "unknown";
      const ages = age === "unknown" ? "Age limit not found." : age === "none" ? "" : `For ${age} and over.`;
      return { value: key, label: name, hint: `${ages} ${restricted[restrictsAudience]}`.trim() };
    });
}
