import { describe, expect } from "vitest";
import { listAuditChoices, searchAudit, type AuditSearch } from "~/data/audit-search.server";
import { findOpenRequest } from "~/data/consent-requests.server";
import { noteView } from "~/data/note-view.server";
import { listSessionViews } from "~/data/session-views.server";
import type { Actor } from "~/domain/actor";
import { auditCsv } from "~/exports/audit-csv";
import { denyLink } from "~/services/keep-consent-request.server";
import { makeMember } from "../factories/organisation";
import { askByLink } from "../support/asked-by-link";
import { test } from "../support/open-database";
import { storeSigned } from "../support/signed-session";
import { storeScenario } from "../support/stored-session";

const SIGNED = "s04-twin-last-good-day";
const nothing: AuditSearch = { who: null, kind: null, session: null, from: null, to: null };

async function foundBy(actor: Actor, search: Partial<AuditSearch>, part = { skip: 0, take: 100 }) {
  const { total, events } = await searchAudit(actor, { ...nothing, ...search }, part);
  return { total, types: events.map(({ type }) => type), events };
}

describe("the search of the audit trail", () => {
  test("finds by person, kind, session and day, and by all of them", async () => {
    const { amina, idris, rowan, record } = await storeSigned(SIGNED);
    const { reference } = record.session;
    const all = await foundBy(rowan, {});
    expect(all.total).toBe(all.events.length);
    expect(all.events.map(({ seq }) => seq)).toEqual(all.events.map((_, i) => all.total - i));
    const byIdris = await foundBy(rowan, { who: idris.userId });
    expect(byIdris.types).toContain("session.signed_off");
    expect(new Set(byIdris.events.map(({ by }) => by))).toEqual(new Set(["Idris Marrowby"]));
    const signed = await foundBy(rowan, { kind: "session.signed_off" });
    expect(signed.events).toMatchObject([{ by: "Idris Marrowby", session: { reference } }]);
    const ofSession = await foundBy(rowan, { session: reference.toUpperCase() });
    expect(ofSession.types.sort()).toEqual(["session.marked_ready", "session.signed_off"]);
    expect((await foundBy(rowan, { session: "NONE-1" })).events).toEqual([]);
    const onTheDay = { from: "2026-11-23", to: "2026-11-23" };
    expect((await foundBy(rowan, { ...onTheDay, kind: "session.signed_off" })).total).toBe(1);
    expect((await foundBy(rowan, { from: "2026-11-24", kind: "session.signed_off" })).total).toBe(0);
    expect((await foundBy(rowan, { to: "2026-11-22", kind: "session.signed_off" })).total).toBe(0);
    const every = { who: amina.userId, kind: "session.marked_ready", session: reference, ...onTheDay };
    expect((await foundBy(rowan, every)).total).toBe(1);
  });

  test("tells what a young person did themselves, and names nobody of them", async () => {
    const stored = await storeScenario("s01", { upToDate: true });
    const { requestId } = await askByLink(stored);
    const owner = await findOpenRequest(requestId);
    if (!owner) throw new Error("The link opens nothing");
    await denyLink(owner);
    const { events } = await foundBy(stored.rowan, { kind: "consent_request.ended" });
    expect(events.map(({ by }) => by)).toEqual(["a young person"]);
  });

  test("comes in pages that leave nothing out", async () => {
    const { rowan } = await storeSigned(SIGNED);
    const all = await foundBy(rowan, {});
    const pages = [];
    for (let skip = 0; skip < all.total; skip += 3)
      pages.push(...(await foundBy(rowan, {}, { skip, take: 3 })).events);
    expect(pages).toEqual(all.events);
  });

  test("finds nothing of another organisation, whatever is asked for", async () => {
    const { amina, stranger, record } = await storeSigned(SIGNED);
    const own = await foundBy(stranger, {});
    expect(own.types.sort()).toEqual(["membership.changed", "organisation.created"]);
    expect((await foundBy(stranger, { who: amina.userId })).total).toBe(0);
    expect((await foundBy(stranger, { session: record.session.reference })).total).toBe(0);
    const { people, kinds } = await listAuditChoices(stranger);
    expect(people.map(({ id }) => id)).toEqual([stranger.userId]);
    expect(kinds).not.toContain("session.signed_off");
  });

  test("becomes a file whose cells no spreadsheet runs", async () => {
    const { rowan } = await storeSigned(SIGNED);
    const { events } = await foundBy(rowan, { kind: "session.signed_off" });
    const csv = auditCsv(events.map((event) => ({ ...event, by: "=HYPERLINK(0)", member: "+44 1" })));
    expect(csv).toContain(`"'=HYPERLINK(0)"`);
    expect(csv).toContain(`"'+44 1"`);
    expect(csv.startsWith("\uFEFF")).toBe(true);
  });
});

describe("who looked at a session", () => {
  test("is told in sum, with names to those who may have names", async () => {
    const { amina, idris, record, sessionId } = await storeSigned(SIGNED);
    const reviewer = await makeMember(amina, ["reviewer"]);
    const participantId = record.participants[0]?.id ?? "";
    await noteView(amina, { page: "overview", kind: "session", id: sessionId, sessionId });
    await noteView(amina, { page: "consent", kind: "participant", id: participantId, sessionId });
    await noteView(reviewer, { page: "record", kind: "session", id: sessionId, sessionId });
    const told = await listSessionViews(idris, sessionId);
    expect(told).toMatchObject([
      { name: "Robin Ash", times: 1 },
      { name: "Amina Farrow", times: 2 },
    ]);
    expect((await listSessionViews(reviewer, sessionId)).map(({ name }) => name)).toEqual([null, null]);
    expect((await listSessionViews(amina, sessionId)).map(({ name }) => name)).toEqual([null, null]);
  });
});
