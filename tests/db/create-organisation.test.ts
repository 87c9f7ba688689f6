import { expect } from "vitest";
import { readOrganisation, readWithoutOrganisation, withOrganisation } from "~/data/database.server";
import { addAccount, isEmailProved } from "~/data/doors.server";
import { newId } from "~/data/new-id.server";
import { isSetUp } from "~/data/set-up.server";
import { createFirstOrganisation, type NewOrganisation } from "~/services/create-organisation.server";
import { clock } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";

const form = (name: string): NewOrganisation => ({
  organisation: "Lanternmoor Youth Advice",
  nation: "wales",
  name,
  email: `${name.toLowerCase()}@Lanternmoor.example`,
  password: "seven lanterns on the moor",
});

// One story, in order: a database has a first organisation only once.
test("the first organisation is made once, whole, and with whoever may sign in to it", async () => {
  const taken = { id: newId(), email: "robin@lanternmoor.example", name: "Robin", passwordHash: "" };
  await withOrganisation({ organisationId: newId(), actorId: null }, (tx) => addAccount(tx, taken));
  expect(await createFirstOrganisation(form("Robin"), clock)).toMatchObject({
    ok: false,
    refusal: { code: "email_taken", field: "email" },
  });
  expect(await isSetUp()).toBe(false);

  const tried = await Promise.all(
    ["Amina", "Idris"].map((name) => createFirstOrganisation(form(name), clock)),
  );
  expect(tried.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(tried.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "already_set_up" } });
  expect(await isSetUp()).toBe(true);
  const made = tried.find((outcome) => outcome.ok);
  if (!made?.ok) throw new Error("Nobody was first");

  const { organisationId, userId } = made.value;
  expect(await readWithoutOrganisation((tx) => isEmailProved(tx, userId))).toBe(true);
  const actor = { organisationId, userId, roles: [] };
  const held = await readOrganisation({ organisationId, actorId: userId }, async (tx) => ({
    organisation: await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } }),
    roles: (await tx.membershipRole.findMany({ where: { userId } })).map(({ role }) => role).sort(),
    policies: await tx.policyVersion.count(),
    briefings: await tx.briefingText.count(),
    wordings: await tx.consentWording.count(),
  }));
  expect(held).toMatchObject({
    organisation: { nation: "wales", emailDomains: ["lanternmoor.example"] },
    roles: ["administrator", "planner"],
    policies: 1,
    briefings: 1,
  });
  expect(held.wordings).toBeGreaterThan(0);
  expect((await eventTypes(actor)).slice(0, 4)).toEqual([
    "organisation.created",
    "membership.changed",
    "policy.changed",
    "briefing_text.published",
  ]);

  const again = await createFirstOrganisation(form("Petra"), clock);
  expect(again).toMatchObject({ ok: false, refusal: { code: "already_set_up" } });
});
