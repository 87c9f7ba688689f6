import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { readOrganisation } from "~/data/database.server";
import { newId } from "~/data/new-id.server";
import { findPlatform, listPlatforms } from "~/data/platform-library.server";
import { loadSessionRecord } from "~/data/session-record.server";
import type { Actor } from "~/domain/actor";
import { agesOn } from "~/domain/platforms/change-age-limits";
import { platformFeatures, type ModeChange } from "~/domain/platforms/change-mode";
import type { PlatformMode } from "~/domain/record/platform-mode";
import { digestOf } from "~/domain/record/digest";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { standingOf } from "~/domain/sign-off/standing";
import { addOtherPlatform } from "~/services/add-other-platform.server";
import { addPlatformModes } from "~/services/add-platform-modes.server";
import { changePlatformMode } from "~/services/change-platform-mode.server";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { reviewPlatformMode } from "~/services/review-platform-mode.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { storeScenario } from "../support/stored-session";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");
const clock = () => now;

async function platform(actor: Actor, modeId: string) {
  const found = await findPlatform(actor, modeId, now);
  if (!found) throw new Error("The platform is not there");
  return found;
}

function asChange(mode: PlatformMode, changes: Partial<ModeChange> = {}): ModeChange {
  return {
    ...mode,
    ages: agesOn(mode, "2026-11-23"),
    from: null,
    source: null,
    offers: platformFeatures.filter((feature) => mode.features[feature] === "yes"),
    offersComplete: false,
    ...changes,
  };
}

async function added(actor: Actor, key = "youtube-private"): Promise<string> {
  const outcome = await addPlatformModes(actor, [key], { clock });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value.modeIds[0] ?? "";
}

describe("adding platforms", () => {
  test("takes them over from the list, checked by nobody", async () => {
    const actor = await makeOrganisation(["planner"]);
    const outcome = await addPlatformModes(actor, ["zoom-meeting", "youtube-private", "zoom-meeting"], {
      clock,
    });
    expect(outcome.ok && outcome.value.modeIds).toHaveLength(2);
    const { modes } = await listPlatforms(actor, now);
    expect(modes.map(({ mode, upcoming }) => [mode.name, mode.reviews.length, upcoming])).toEqual([
      ["YouTube – private", 0, 0],
      ["Zoom meeting", 0, 0],
    ]);
    expect((await eventTypes(actor)).filter((type) => type === "platform_mode.added")).toHaveLength(2);
  });

  test("leaves those that are there, and refuses when nothing is new or known", async () => {
    const actor = await makeOrganisation(["planner"]);
    await added(actor, "zoom-meeting");
    const again = await addPlatformModes(actor, ["zoom-meeting"], { clock });
    expect(again).toMatchObject({ ok: false, refusal: { code: "nothing_new" } });
    const unknown = await addPlatformModes(actor, ["zoom-meeting", "no-such"], { clock });
    expect(unknown).toMatchObject({ ok: false, refusal: { code: "unknown_platform" } });
  });

  test("sent twice adds once", async () => {
    const actor = await makeOrganisation(["planner"]);
    const submission = { id: newId(), content: { name: "Our site" } };
    const form = { name: "Our site", service: "Lanternmoor", kind: "studio" as const };
    const first = await addOtherPlatform(actor, form, { clock, submission });
    expect(await addOtherPlatform(actor, form, { clock, submission })).toEqual(first);
    expect((await listPlatforms(actor, now)).modes).toHaveLength(1);
    const taken = await addOtherPlatform(actor, { ...form, name: "our SITE" }, { clock });
    expect(taken).toMatchObject({ ok: false, refusal: { code: "name_taken", field: "name" } });
  });

  test("is not for reviewers or approvers", async () => {
    for (const role of ["reviewer", "approver"] as const) {
      const actor = await makeOrganisation([role]);
      expect(await addPlatformModes(actor, ["zoom-meeting"], { clock })).toMatchObject({
        refusal: { code: "forbidden" },
      });
      const other = { name: "Our site", service: "Lanternmoor", kind: "social" as const };
      expect(await addOtherPlatform(actor, other, { clock })).toMatchObject({
        refusal: { code: "forbidden" },
      });
    }
  });
});

describe("changing what is known", () => {
  test("keeps the old age for the days before, and the page that says so", async () => {
    const actor = await makeOrganisation(["planner"]);
    const modeId = await added(actor);
    const { mode, version } = await platform(actor, modeId);
    const ages = { ...agesOn(mode, "2027-03-01"), account: 16 };
    const change = asChange(mode, { ages, from: "2027-03-01", source: "legislation.gov.uk/example" });
    const outcome = await changePlatformMode(actor, modeId, change, { version, clock });
    expect(outcome).toEqual({ ok: true, value: { version: 2, signOffsTouched: 0 } });
    const after = await platform(actor, modeId);
    expect(agesOn(after.mode, "2027-02-28").account).toBe(13);
    expect(agesOn(after.mode, "2027-03-01").account).toBe(16);
    expect(after.mode.sources.at(-1)).toEqual({
      address: "legislation.gov.uk/example",
      readOn: "2026-11-23",
    });
    expect((await eventTypes(actor)).at(-1)).toBe("platform_mode.changed");
  });

  test("is refused to who saw an older version, may not, or belongs elsewhere", async () => {
    const actor = await makeOrganisation(["planner"]);
    const modeId = await added(actor);
    const { mode, version } = await platform(actor, modeId);
    const change = asChange(mode, { note: "Ours" });
    const stranger = await makeOrganisation(["planner"]);
    const approver = await makeMember(actor, ["approver"]);
    const code = async (by: Actor, seen: number | null) => {
      const outcome = await changePlatformMode(by, modeId, change, { version: seen, clock });
      return outcome.ok ? "done" : outcome.refusal.code;
    };
    expect(await code(stranger, version)).toBe("not_found");
    expect(await code(approver, version)).toBe("forbidden");
    expect(await code(actor, version + 1)).toBe("stale_version");
    expect(await code(actor, null)).toBe("stale_version");
    expect(await code(actor, version)).toBe("done");
    expect(await code(actor, version)).toBe("stale_version");
  });
});

describe("a check", () => {
  test("is dated today, and due again before a law that may come", async () => {
    const actor = await makeOrganisation(["planner"]);
    const modeId = await added(actor);
    const { version } = await platform(actor, modeId);
    expect(await reviewPlatformMode(actor, modeId, { version, clock })).toEqual({
      ok: true,
      value: { reviewedOn: "2026-11-23" },
    });
    const { mode, reviewers } = await platform(actor, modeId);
    expect(mode.reviews).toMatchObject([
      { reviewedOn: "2026-11-23", reviewedBy: actor.userId, dueBefore: "2027-03-01" },
    ]);
    expect(reviewers).toEqual({ [actor.userId]: "Robin Ash" });
    expect((await eventTypes(actor)).at(-1)).toBe("platform_mode.reviewed");
  });

  test("counts only for the facts that were seen, and only by who may", async () => {
    const actor = await makeOrganisation(["planner"]);
    const modeId = await added(actor);
    const stranger = await makeOrganisation(["planner"]);
    const approver = await makeMember(actor, ["approver"]);
    const refusal = async (by: Actor, version: number) => {
      const outcome = await reviewPlatformMode(by, modeId, { version, clock });
      return outcome.ok ? null : outcome.refusal.code;
    };
    expect(await refusal(actor, 2)).toBe("stale_version");
    expect(await refusal(stranger, 1)).toBe("not_found");
    expect(await refusal(approver, 1)).toBe("forbidden");
  });
});

describe("a signed-off session", () => {
  async function signed() {
    const stored = await storeScenario("s04-twin-last-good-day");
    const { amina, idris, sessionId, record } = stored;
    const read = () =>
      readOrganisation({ organisationId: amina.organisationId, actorId: amina.userId }, (tx) =>
        loadSessionRecord(tx, amina.organisationId, sessionId),
      );
    const marked = await markSessionReady(amina, sessionId, { version: 1, clock });
    if (!marked.ok) throw new Error(marked.refusal.message);
    const seen = digestOf(materialFacts((await read())!));
    const done = await signOffSession(idris, sessionId, { seen, accepted: [], adultsSuit: true, clock });
    if (!done.ok) throw new Error(done.refusal.message);
    const modeId = record.platformModes[0]?.id ?? "";
    return { ...stored, modeId, standing: async () => standingOf((await read())!.signOffs[0]!) };
  }

  test("lapses when a fact of its platform changes, and everybody concerned is told", async () => {
    const { amina, modeId, standing } = await signed();
    const { mode, version, upcoming } = await platform(amina, modeId);
    expect(upcoming).toHaveLength(1);
    const change = asChange(mode, { donations: "cannot_be_switched_off" });
    expect(await changePlatformMode(amina, modeId, change, { version, clock })).toEqual({
      ok: true,
      value: { version: 2, signOffsTouched: 1 },
    });
    expect(await standing()).toBe("lapsed");
    expect(await eventTypes(amina)).toContain("sign_off.lapsed");
  });

  test("stands when only a note changes or the platform is checked again", async () => {
    const { amina, modeId, standing } = await signed();
    const { mode, version } = await platform(amina, modeId);
    const outcome = await changePlatformMode(amina, modeId, asChange(mode, { note: "Ask Amina" }), {
      version,
      clock,
    });
    expect(outcome).toMatchObject({ ok: true, value: { signOffsTouched: 0 } });
    expect((await reviewPlatformMode(amina, modeId, { version: version + 1, clock })).ok).toBe(true);
    expect(await standing()).toBe("signed");
  });
});
