import canonicalize from "canonicalize";
import pg from "pg";
import { describe, expect } from "vitest";
import { readOrganisation, withOrganisation, withoutOrganisation } from "~/data/database.server";
import { lastEventOf } from "~/data/lock-session.server";
import { newId } from "~/data/new-id.server";
import { noteView, type View } from "~/data/note-view.server";
import { auditEvent } from "~/domain/audit-events";
import type { Actor } from "~/domain/actor";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { pastPolicies } from "../support/owner";
import { verdictOn } from "../support/verified-chains";

function viewOf(changes: Partial<View> = {}): View {
  const id = newId();
  return { page: "run_sheet", kind: "session", id, sessionId: id, ...changes };
}

function viewedEvents({ organisationId, userId }: Actor) {
  return readOrganisation({ organisationId, actorId: userId }, (tx) =>
    tx.auditEvent.findMany({ where: { body: { contains: ".viewed" } }, orderBy: { seq: "asc" } }),
  );
}

/** Lets what this member looked at grow older. */
function later(ownerUrl: string, { userId }: Actor, minutes: number) {
  return pastPolicies(
    ownerUrl,
    "viewed_lately",
    "UPDATE viewed_lately SET viewed_at = viewed_at - make_interval(mins => $2) WHERE user_id = $1",
    [userId, minutes],
  );
}

describe("opening a page about young people", () => {
  test("is noted with who, which page and of whom, in the exact text of an event", async ({ database }) => {
    const actor = await makeOrganisation();
    const view = viewOf({ kind: "participant", page: "consent", sessionId: newId() });
    expect(await noteView(actor, view)).toBe(true);
    const [event, ...others] = await viewedEvents(actor);
    expect(others).toEqual([]);
    expect(event?.body).toBe(canonicalize(event?.payload));
    const { at, by, ...rest } = event?.payload as Record<string, unknown>;
    expect(by).toBe(actor.userId);
    expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(auditEvent.parse(rest)).toEqual({
      type: "participant.viewed",
      subject: `participant:${view.id}`,
      page: "consent",
      sessionId: view.sessionId,
    });
    expect(await verdictOn(database.ownerUrl, actor.organisationId)).toMatchObject({ fault: null, rows: 3 });
  });

  test("again within a quarter of an hour is not noted again, and after it is", async ({ database }) => {
    const actor = await makeOrganisation();
    const view = viewOf();
    expect([await noteView(actor, view), await noteView(actor, view)]).toEqual([true, false]);
    await later(database.ownerUrl, actor, 14);
    expect(await noteView(actor, view)).toBe(false);
    await later(database.ownerUrl, actor, 2);
    expect([await noteView(actor, view), await noteView(actor, view)]).toEqual([true, false]);
    expect(await viewedEvents(actor)).toHaveLength(2);
  });

  test("16 times at once is noted once", async ({ database }) => {
    const actor = await makeOrganisation();
    const view = viewOf();
    const noted = await Promise.all(Array.from({ length: 16 }, () => noteView(actor, view)));
    expect(noted.filter(Boolean)).toHaveLength(1);
    await later(database.ownerUrl, actor, 20);
    const again = await Promise.all(Array.from({ length: 16 }, () => noteView(actor, view)));
    expect(again.filter(Boolean)).toHaveLength(1);
    expect(await viewedEvents(actor)).toHaveLength(2);
  });

  test("of another page, of somebody else, or by somebody else is noted of itself", async () => {
    const actor = await makeOrganisation();
    const other = await makeMember(actor, ["planner"]);
    const view = viewOf();
    expect(await noteView(actor, view)).toBe(true);
    expect(await noteView(actor, { ...view, page: "record" })).toBe(true);
    expect(await noteView(actor, { ...view, id: newId() })).toBe(true);
    expect(await noteView(other, view)).toBe(true);
  });

  test("by 16 people at once leaves the chain whole, and forgets what is older", async ({ database }) => {
    const actor = await makeOrganisation();
    const people: Actor[] = [];
    for (let i = 0; i < 16; i++) people.push(await makeMember(actor, ["planner"]));
    const views = [viewOf(), viewOf({ page: "record" }), viewOf()];
    const all = () => Promise.all(people.flatMap((person) => views.map((view) => noteView(person, view))));
    expect((await all()).filter(Boolean)).toHaveLength(48);
    for (const person of people) await later(database.ownerUrl, person, 20);
    for (const person of people) await noteView(person, viewOf());
    const [left] = await pastPolicies<{ count: number }>(
      database.ownerUrl,
      "viewed_lately",
      "SELECT count(*)::integer AS count FROM viewed_lately WHERE organisation_id = $1",
      [actor.organisationId],
    );
    expect(left?.count).toBe(16);
    expect(await verdictOn(database.ownerUrl, actor.organisationId)).toMatchObject({ fault: null });
  });

  test("is not noted by who does not belong to the organisation, in neither chain", async () => {
    const [own, other] = [await makeOrganisation(), await makeOrganisation()];
    const stranger = { ...own, organisationId: other.organisationId };
    expect(await noteView(stranger, viewOf())).toBe(false);
    expect(await viewedEvents(own)).toEqual([]);
    expect(await viewedEvents(other)).toEqual([]);
  });

  test("lets nothing but a view through its door, and leaves no organisation entered", async () => {
    const actor = await makeOrganisation();
    await expect(noteView(actor, viewOf({ page: 'x","type":"organisation.created' }))).rejects.toThrow();
    expect(await noteView(actor, viewOf())).toBe(true);
    const seen = await Promise.all(
      Array.from({ length: 16 }, () => withoutOrganisation((tx) => tx.membership.count())),
    );
    expect(new Set(seen)).toEqual(new Set([0]));
  });

  test("is no event that dates what happens to a session", async () => {
    const { organisationId, userId } = await makeOrganisation();
    const view = viewOf();
    await noteView({ organisationId, userId, roles: [] }, view);
    const last = await withOrganisation({ organisationId, actorId: userId }, (tx) =>
      lastEventOf(tx, organisationId, view.sessionId),
    );
    expect(last).toBeNull();
  });

  test("waits half a second for somebody's change and no longer", async ({ database }) => {
    const actor = await makeOrganisation();
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 7))", [actor.organisationId]);
    const view = viewOf();
    await expect(noteView(actor, view)).rejects.toThrow();
    await client.query("ROLLBACK");
    await client.end();
    expect(await noteView(actor, view)).toBe(true);
  });
});
