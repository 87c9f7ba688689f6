import type { AccessFeature } from "../record/fields";
import type { PlatformMode } from "../record/platform-mode";
import { changeAgeLimits, type AgesChange } from "./change-age-limits";

export type ModeChange = AgesChange &
  Pick<
    PlatformMode,
    | "name"
    | "service"
    | "kind"
    | "parentAccountAllowed"
    | "restrictsAudience"
    | "donations"
    | "reportRoute"
    | "note"
  > & {
    /** What it offers, out of `platformFeatures`. */
    offers: readonly AccessFeature[];
    /** Somebody looked: what is not in `offers` is not there. */
    offersComplete: boolean;
  };

/** The features that a platform itself can have; the others are what people arrange. */
export const platformFeatures = [
  "captions",
  "screen_reader",
  "keyboard",
  "transcript",
  "large_text",
  "sign_language",
  "phone_in",
] as const satisfies AccessFeature[];

/** A mode with what an organisation found out about it, on a day (`YYYY-MM-DD`). Its checks stay as they are. */
export function changeMode(mode: PlatformMode, change: ModeChange, today: string): PlatformMode {
  const { name, service, kind, parentAccountAllowed, restrictsAudience, donations, reportRoute, note } =
    change;
  return {
    ...mode,
    name,
    service,
    kind,
    parentAccountAllowed,
    restrictsAudience,
    donations,
    reportRoute,
    note,
    ageLimits: changeAgeLimits(mode, change, today),
    features: featuresAfter(mode, change),
    sources: sourcesAfter(mode, change.source, today),
  };
}

function featuresAfter(mode: PlatformMode, { offers, offersComplete }: ModeChange): PlatformMode["features"] {
  const features = { ...mode.features };
  for (const feature of platformFeatures) {
    if (offers.includes(feature)) features[feature] = "yes";
    else if (offersComplete || features[feature] === "yes") features[feature] = "no";
  }
  return features;
}

function sourcesAfter(mode: PlatformMode, source: string | null, today: string): PlatformMode["sources"] {
  if (source === null) return mode.sources;
  const others = mode.sources.filter(({ address }) => address !== source);
  return [...others, { address: source, readOn: today }];
}
