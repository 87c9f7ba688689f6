import { expect } from "@playwright/test";
import { readOrganisation } from "~/data/database.server";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import { accept } from "~/domain/refusal";
import { pagesWithoutYoungPeople, viewedPages } from "~/http/viewed-pages";
import { paths } from "~/paths";
import { change } from "~/services/change.server";
import { test } from "../support/journey";
import { openServedDatabase, signInAs, storeForToday } from "../support/signed-in";
import type { StoredSession } from "../support/stored-session";

/** A name that stands nowhere but in the record of a young person. */
const NAME = "Quillonby";

function storeNamed(scenario: string): Promise<StoredSession> {
  return storeForToday(scenario, {
    change: ({ participants }) => {
      participants.forEach((participant, i) =>
        Object.assign(participant, { displayName: `${NAME}${i}`, firstName: `${NAME}${i}`, surname: NAME }),
      );
    },
  });
}

/** The planner of a session, who may do everything else as well. */
async function withEveryRole({ organisationId, userId }: Actor): Promise<Actor> {
  const roles: Role[] = ["approver", "safeguarding_lead", "administrator"];
  await change({ organisationId, userId }, async ({ tx, record }) => {
    await tx.membershipRole.createMany({ data: roles.map((role) => ({ organisationId, userId, role })) });
    record({ type: "membership.changed", subject: `user:${userId}`, roles: ["planner", ...roles] });
    return accept(null);
  });
  return { organisationId, userId, roles: ["planner", ...roles] };
}

/** The address of a route, with the ids of a stored session. */
function addressOf(routeId: string, { record, sessionId, amina }: StoredSession): string {
  const { assignments, platforms } = record.session;
  const ids: Record<string, string | undefined> = {
    sessionId,
    participantId: record.participants[0]?.id,
    assignmentId: assignments[0]?.id,
    adultId: record.adults[0]?.id,
    otherId: record.adults[1]?.id,
    modeId: platforms[0]?.modeId,
    userId: amina.userId,
  };
  return `/${routeId
    .replace(/^routes\//, "")
    .split(".")
    .filter((part) => part !== "_index")
    .map((part) => (part.startsWith("$") ? (ids[part.slice(1)] ?? newId()) : part.replace(/_$/, "")))
    .join("/")}`;
}

function viewsOf({ organisationId, userId }: Actor): Promise<string[]> {
  openServedDatabase();
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.$queryRaw<{ page: string }[]>`
      SELECT payload ->> 'page' AS page FROM audit_event
      WHERE organisation_id = ${organisationId}::uuid AND payload ->> 'type' LIKE '%.viewed'
        AND payload ->> 'by' = ${userId} ORDER BY seq`;
    return rows.map(({ page }) => page);
  });
}

for (const scenario of ["s01", "s03", "s05"])
  test(`no page that goes unnoted shows a young person of ${scenario}`, async ({ page }) => {
    const stored = await storeNamed(scenario);
    const everything = await withEveryRole(stored.amina);
    const shown: string[] = [];
    for (const actor of [everything, stored.petra, stored.idris]) {
      await signInAs(page, actor);
      const routes =
        actor === everything ? pagesWithoutYoungPeople : ["routes/_index", "routes/sessions._index"];
      for (const route of routes.filter((id) => !/sign-out|settings\.wording/.test(id))) {
        const answer = await page.request.get(addressOf(route, stored), { maxRedirects: 0 });
        expect([200, 302, 403, 404, 405], route).toContain(answer.status());
        if ((await answer.text()).includes(NAME)) shown.push(route);
      }
      expect(await viewsOf(actor)).toEqual([]);
    }
    expect(shown).toEqual([]);
  });

test("each page that shows young people is noted once, and by whom", async ({ page }) => {
  const stored = await storeNamed("s05");
  const actor = await withEveryRole(stored.amina);
  await signInAs(page, actor);
  const opened: string[] = [];
  for (const [route, { page: code }] of Object.entries(viewedPages)) {
    const answer = await page.request.get(addressOf(route, stored), { maxRedirects: 0 });
    if (answer.status() === 200) opened.push(code);
    await page.request.get(addressOf(route, stored), { maxRedirects: 0 });
  }
  expect(opened.length).toBeGreaterThan(15);
  expect(await viewsOf(actor)).toEqual(opened);
});

test("what somebody may not see is not noted", async ({ page }) => {
  const stored = await storeNamed("s05");
  await signInAs(page, stored.stranger);
  expect((await page.request.get(paths.participants(stored.sessionId))).status()).toBe(404);
  expect(await viewsOf(stored.stranger)).toEqual([]);
  expect(await viewsOf(stored.amina)).toEqual([]);
});
