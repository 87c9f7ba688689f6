import type { AccessFeature } from "../../record/fields";
import type { PlatformMode } from "../../record/platform-mode";
import type { PlatformSource } from "./platform-sources";

/** A platform mode as an organisation may take it over: facts with their sources, and checked by nobody yet. */
export type StarterMode = Omit<PlatformMode, "id" | "reviews"> & { key: string };

type Age = PlatformMode["ageLimits"][number]["age"];
type LimitKind = PlatformMode["ageLimits"][number]["limit"];
/** One age with where it stands; a bare age is one that no page was found for. */
type SourcedAge = Age | { age: Age; source: PlatformSource; validFrom?: string };
type Answer = PlatformMode["restrictsAudience"];

type Facts = {
  key: string;
  name: string;
  service: string;
  kind: PlatformMode["kind"];
  account: SourcedAge;
  /** As `account` where the terms name no age of their own. */
  terms?: SourcedAge;
  goLive: SourcedAge;
  onCamera?: SourcedAge;
  restrictsAudience: Answer;
  donations: PlatformMode["donations"];
  /** What the mode itself offers; everything else that a platform could offer is not known. */
  features?: Partial<Record<AccessFeature, Answer>>;
  reportRoute?: string;
  parentAccountAllowed?: boolean;
  note: string[];
  sources: PlatformSource[];
};

/** The day on which copies of the pages were read. */
const READ_ON = "2026-11-22";

/** What people give and no platform does: a need for one of these is met by an arrangement. */
const givenByPeople = { slower_pace: "no", breaks: "no", easy_read: "no" } as const;

const unknownFeatures = {
  captions: "unknown",
  screen_reader: "unknown",
  keyboard: "unknown",
  sign_language: "unknown",
  transcript: "unknown",
  large_text: "unknown",
  phone_in: "unknown",
  ...givenByPeople,
} as const;

export function starterMode({
  account,
  terms,
  goLive,
  onCamera,
  features,
  note,
  ...facts
}: Facts): StarterMode {
  return {
    key: facts.key,
    name: facts.name,
    service: facts.service,
    kind: facts.kind,
    ageLimits: [
      ageLimit("account", account),
      ageLimit("terms", terms ?? account),
      ageLimit("go_live", goLive),
      ageLimit("on_camera_without_adult", onCamera ?? "none"),
    ],
    parentAccountAllowed: facts.parentAccountAllowed ?? false,
    restrictsAudience: facts.restrictsAudience,
    donations: facts.donations,
    features: { ...unknownFeatures, ...features },
    reportRoute: facts.reportRoute ?? null,
    note: note.join(" "),
    sources: facts.sources.map(({ address }) => ({ address, readOn: READ_ON })),
  };
}

function ageLimit(limit: LimitKind, given: SourcedAge): PlatformMode["ageLimits"][number] {
  if (typeof given !== "object") {
    return {
      limit,
      age: given,
      validFrom: null,
      validTo: null,
      source: "No page found: look it up in the platform's own terms",
      sourceDate: null,
      confidence: "unsourced",
    };
  }
  const { age, source, validFrom = null } = given;
  return {
    limit,
    age,
    validFrom,
    validTo: null,
    source: source.address,
    sourceDate: source.date,
    confidence: source.confidence,
  };
}
