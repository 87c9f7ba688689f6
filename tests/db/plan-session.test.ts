import { describe, expect } from "vitest";
import { newId } from "~/data/new-id.server";
import type { Role } from "~/domain/record/fields";
import { planSession } from "~/services/plan-session.server";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { clock, NOW, recordOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { storeScenario } from "../support/stored-session";

const form = {
  kind: "join" as const,
  title: "Poems from afar",
  startsAt: "2026-12-10T18:00:00Z",
  endsAt: "2026-12-10T19:00:00Z",
  zone: "Asia/Tokyo",
};

describe("planning a session", () => {
  test("makes a draft in which everything that could expose anybody is off, and says so in the trail", async () => {
    const stored = await storeScenario("s03");
    const { amina } = stored;
    const before = await eventTypes(amina);
    const planned = await planSession(amina, form, { clock });
    if (!planned.ok) throw new Error(planned.refusal.message);
    const { session, participants } = await recordOf({ ...stored, sessionId: planned.value.sessionId });
    expect(session).toMatchObject({ ...form, plannedBy: amina.userId, createdAt: NOW.toString() });
    expect(session).toMatchObject({
      format: "livestream",
      audience: "named",
      platforms: [],
      assignments: [],
    });
    expect(session.media).toMatchObject({ camera: false, voice: false, images: false, replay: false });
    expect([session.media.recording.on, session.media.chat.value]).toEqual([false, "off"]);
    expect(participants).toEqual([]);
    expect(await eventTypes(amina)).toEqual([...before, "session.created"]);
  });

  test("gives each session of an organisation a number of its own, also when several are planned at once", async () => {
    const actor = await makeOrganisation(["planner"]);
    const planned = await Promise.all(Array.from({ length: 5 }, () => planSession(actor, form)));
    expect(planned.every(({ ok }) => ok)).toBe(true);
    const stored = await storeScenario("s03");
    const references = await Promise.all(
      planned.map(async (outcome) => {
        if (!outcome.ok) throw new Error(outcome.refusal.message);
        const found = await recordOf({ ...stored, amina: actor, sessionId: outcome.value.sessionId });
        return found.session.reference;
      }),
    );
    expect(references.sort()).toEqual(["GR-0001", "GR-0002", "GR-0003", "GR-0004", "GR-0005"]);
  });

  test("is for planners alone, and writes nothing for others", async () => {
    const organisation = await makeOrganisation(["planner"]);
    const others: Role[] = ["approver", "safeguarding_lead", "administrator", "reviewer"];
    const member = await makeMember(organisation, others);
    const before = await eventTypes(organisation);
    expect(await planSession(member, form)).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
    expect(await eventTypes(organisation)).toEqual(before);
  });

  test("sent twice plans one session", async () => {
    const actor = await makeOrganisation(["planner"]);
    const submission = { id: newId(), content: form };
    const first = await planSession(actor, form, { submission });
    expect(first).toMatchObject({ ok: true });
    const events = await eventTypes(actor);
    expect(await planSession(actor, form, { submission })).toEqual(first);
    expect(await eventTypes(actor)).toEqual(events);
  });
});
