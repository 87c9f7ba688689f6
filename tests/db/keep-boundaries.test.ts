import { describe, expect } from "vitest";
import { newId } from "~/data/new-id.server";
import type { SessionRecord } from "~/domain/record/schema";
import { keepBoundaries, type Boundaries } from "~/services/keep-boundaries.server";
import { clock, expectGuarded, judged, NOW, recordOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario } from "../support/stored-session";

function asForm({ session }: SessionRecord, changes: Partial<Boundaries> = {}): Boundaries {
  const { riskAssessment: risk } = session;
  return {
    invites: session.accounts?.invites ?? null,
    stream: session.accounts?.stream ?? null,
    contactRouteId: session.contactRouteId,
    inviteText: session.inviteText,
    linkSharedPrivately: session.linkSharedPrivately,
    riskAssessment: risk && { completedOn: risk.completedOn, agreedBy: risk.agreedBy },
    states: [],
    ...changes,
  };
}

describe("keeping the boundaries of a session", () => {
  test("is guarded as every edit, and writes a statement for each tick", async () => {
    const stored = await storeScenario("s03");
    const form = asForm(stored.record, { states: ["organisation_accounts_only", "can_report_and_remove"] });
    await expectGuarded(stored, (actor, options) => keepBoundaries(actor, stored.sessionId, form, options));
    const { statements, session } = await recordOf(stored);
    const made = statements.filter(({ recordedAt }) => recordedAt === NOW.toString());
    expect(made.map(({ kind, by, as }) => [kind, by, as]).sort()).toEqual([
      ["can_report_and_remove", stored.amina.userId, "planner"],
      ["organisation_accounts_only", stored.amina.userId, "planner"],
    ]);
    expect(session.accounts).toEqual(stored.record.session.accounts);
    expect(session.riskAssessment).toEqual(stored.record.session.riskAssessment);
  });

  test("another account asks for the statement again", async () => {
    const stored = await storeScenario("s03");
    const other = stored.record.organisation.approvedAccounts.find(
      ({ id }) => id !== stored.record.session.accounts?.invites,
    );
    const form = asForm(stored.record, { invites: other?.id ?? "" });
    await keepBoundaries(stored.amina, stored.sessionId, form, { version: 1, clock });
    expect((await judged(stored, "R01")).codes).toEqual(["statement_outdated"]);
  });

  test("an invitation that changes needs its statement with it, and is looked through", async () => {
    const stored = await storeScenario("s03");
    const send = (states: Boundaries["states"]) =>
      keepBoundaries(
        stored.amina,
        stored.sessionId,
        asForm(stored.record, { inviteText: "Ring Odalys on 07700 900123", states }),
        { version: 1, clock },
      );
    expect(await send([])).toMatchObject({ ok: false, refusal: { code: "state_again", field: "states" } });
    expect(await send(["no_personal_details"])).toMatchObject({ ok: true });
    expect((await judged(stored, "R02")).codes).toEqual(["invitation_has_phone"]);
  });

  test("refuses accounts and contacts that are not the organisation's", async () => {
    const stored = await storeScenario("s03");
    const send = (changes: Partial<Boundaries>) =>
      keepBoundaries(stored.amina, stored.sessionId, asForm(stored.record, changes), { version: 1, clock });
    expect(await send({ invites: newId() })).toMatchObject({
      refusal: { code: "unknown_account", field: "invites" },
    });
    expect(await send({ stream: newId() })).toMatchObject({
      refusal: { code: "unknown_account", field: "stream" },
    });
    expect(await send({ contactRouteId: newId() })).toMatchObject({
      refusal: { code: "unknown_contact", field: "contactRouteId" },
    });
  });
});
