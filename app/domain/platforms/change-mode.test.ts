import { describe, expect, test } from "vitest";
import { youtubePrivate } from "../../../tests/factories/platform-modes";
import { agesOn } from "./change-age-limits";
import { changeMode, platformFeatures, type ModeChange } from "./change-mode";

const today = "2026-11-23";
const before = youtubePrivate();

function changed(changes: Partial<ModeChange>, mode = before) {
  const { name, service, kind, parentAccountAllowed, restrictsAudience, donations, reportRoute, note } = mode;
  const same = { name, service, kind, parentAccountAllowed, restrictsAudience, donations, reportRoute, note };
  const ages = { ages: agesOn(mode, today), from: null, source: null };
  const offers = platformFeatures.filter((feature) => mode.features[feature] === "yes");
  return changeMode(mode, { ...same, ...ages, offers, offersComplete: false, ...changes }, today);
}

describe("what an organisation found out about a platform", () => {
  test("takes the place of what was held, and leaves its checks", () => {
    const found = {
      name: "YouTube – unlisted",
      service: "Google",
      kind: "meeting",
      parentAccountAllowed: true,
      restrictsAudience: "no",
      donations: "none",
      reportRoute: null,
      note: "Ask first.",
    } as const;
    expect(changed(found)).toEqual({ ...before, ...found });
  });

  test("changes an age limit from the day that it is told for", () => {
    const { ageLimits } = changed({
      ages: { ...agesOn(before, today), account: 16 },
      from: "2027-03-01",
    });
    expect(ageLimits.filter(({ limit }) => limit === "account").map(({ age }) => age)).toEqual([13, 16]);
  });

  test("names each page once, with the day on which it was last read", () => {
    const source = "https://support.google.com/youtube/answer/9632097";
    expect(changed({}).sources).toEqual(before.sources);
    expect(changed({ source }).sources).toEqual([{ address: source, readOn: today }]);
    expect(changed({ source: "https://youtube.example" }).sources).toEqual([
      ...before.sources,
      { address: "https://youtube.example", readOn: today },
    ]);
  });
});

describe("what a platform offers", () => {
  const blank = { ...before, features: { ...before.features } };
  blank.features.transcript = "unknown";
  blank.features.breaks = "unknown";

  test.each([
    ["is not there only where it was taken away, unless somebody looked", false, "unknown"],
    ["is not there where somebody looked and did not find it", true, "no"],
  ] as const)("%s", (_what, offersComplete, transcript) => {
    const { features } = changed({ offers: ["captions", "phone_in"], offersComplete }, blank);
    expect(features).toEqual({
      ...blank.features,
      captions: "yes",
      phone_in: "yes",
      keyboard: "no",
      transcript,
    });
    expect(blank.features.keyboard).toBe("yes");
  });
});
