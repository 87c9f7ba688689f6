import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { detailsOf } from "../../prisma/demo/plan-steps";
import { changeAssignment } from "~/services/change-assignment.server";
import { changeDetails, type DetailsChange } from "~/services/change-details.server";
import { clock, expectGuarded, judged, NOW, recordOf, signOff, versionOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario, type StoredSession } from "../support/stored-session";

const later = Temporal.Instant.from("2026-11-23T11:00:00Z");

function form({ record }: StoredSession, changes: Partial<DetailsChange>): DetailsChange {
  return { ...detailsOf(record.session), ...changes };
}

function anHourLater({ session }: StoredSession["record"]) {
  const moved = (at: string) => Temporal.Instant.from(at).add({ hours: 1 }).toString();
  return { startsAt: moved(session.startsAt), endsAt: moved(session.endsAt) };
}

async function confirms(stored: StoredSession, role: string) {
  const { session } = await recordOf(stored);
  const part = session.assignments.find((one) => one.role === role);
  if (!part) throw new Error(`Nobody is ${role}`);
  const device = part.device && { kind: part.device.kind, authorisedBy: null, reason: null };
  const { present, contact } = part;
  const times = { reachableFrom: session.startsAt, reachableTo: session.endsAt };
  const details = { confirmed: true, present, device, contact, ...times };
  const options = { version: await versionOf(stored), clock: () => later };
  expect(await changeAssignment(stored.amina, stored.sessionId, part.id, details, options)).toMatchObject({
    ok: true,
  });
}

describe("moving a session", () => {
  test("asks everybody who confirmed to confirm again", async () => {
    const stored = await storeScenario("s03-variant-recording-off");
    expect((await judged(stored, "R14")).status).toBe("met");
    const moved = form(stored, anHourLater(stored.record));
    await expectGuarded(stored, (actor, options) => changeDetails(actor, stored.sessionId, moved, options));
    expect((await recordOf(stored)).session.timesSince).toBe(NOW.toString());
    expect((await judged(stored, "R14")).codes).toContain("observer_not_confirmed");
    expect((await judged(stored, "R21")).codes).toContain("support_contact_incomplete");
    expect((await judged(stored, "B11")).codes).toContain("lead_not_told");
  });

  test("is settled once they have", async () => {
    const stored = await storeScenario("s03-variant-recording-off");
    const moved = form(stored, anHourLater(stored.record));
    await changeDetails(stored.amina, stored.sessionId, moved, { version: 1, clock });
    for (const role of ["observer", "support_contact", "dsl_on_call"]) await confirms(stored, role);
    const { session } = await recordOf(stored);
    const again = session.assignments.filter(({ confirmed }) => confirmed?.recordedAt === later.toString());
    expect(again.map(({ role }) => role).sort()).toEqual(["dsl_on_call", "observer", "support_contact"]);
    for (const id of ["R14", "R21", "B11"]) expect((await judged(stored, id, later)).status).toBe("met");
  });

  test("is not what another edit of the details does", async () => {
    const stored = await storeScenario("s03-variant-recording-off");
    const renamed = form(stored, { title: "Winter evening" });
    await changeDetails(stored.amina, stored.sessionId, renamed, { version: 1, clock });
    expect((await recordOf(stored)).session.timesSince).toBeNull();
    expect((await judged(stored, "R14")).status).toBe("met");
  });
});

describe("changing the details", () => {
  test("to another place asks anew whether it is suitable, and lapses a sign-off", async () => {
    const stored = await storeScenario("s04-twin-last-good-day");
    const standing = await signOff(stored);
    const moved = form(stored, { where: "The old boathouse", placeKind: "open", placeSuitable: null });
    const options = { version: await versionOf(stored), clock };
    const changed = await changeDetails(stored.amina, stored.sessionId, moved, options);
    expect(changed).toMatchObject({ ok: true, value: { effect: "lapsed" } });
    expect(await standing()).toBe("lapsed");
    const [place] = (await recordOf(stored)).session.places;
    expect(place).toMatchObject({ where: "The old boathouse", since: NOW.toString(), suitable: null });
    expect((await judged(stored, "R13")).status).toBe("not_answered");
  });

  test("to what they are already leaves a sign-off in force", async () => {
    const stored = await storeScenario("s04-twin-last-good-day");
    const standing = await signOff(stored);
    const options = { version: await versionOf(stored), clock };
    const same = await changeDetails(stored.amina, stored.sessionId, form(stored, {}), options);
    expect(same).toMatchObject({ ok: true, value: { effect: "nothing" } });
    expect(await standing()).toBe("signed");
  });

  test("needs the kind of a place that is named", async () => {
    const stored = await storeScenario("s03");
    const unsaid = form(stored, { where: "The old boathouse", placeKind: null });
    const refused = await changeDetails(stored.amina, stored.sessionId, unsaid, { version: 1, clock });
    expect(refused).toMatchObject({ refusal: { code: "place_kind", field: "placeKind" } });
  });
});
