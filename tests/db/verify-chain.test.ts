import { describe, expect } from "vitest";
import { organisationWithEvents } from "../support/filled-chain";
import { test } from "../support/open-database";
import { tamper, tamperings, thoroughTamperings } from "../support/tampering";
import { verdictOn } from "../support/verified-chains";

describe("the verifier", () => {
  test("finds an untouched chain whole, with what was known of it before", async ({ database }) => {
    const { organisationId } = await organisationWithEvents(12);
    const verdict = await verdictOn(database.ownerUrl, organisationId);
    expect(verdict).toEqual({
      rows: 12,
      fault: null,
      backwards: [],
      newest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const known = [{ seq: 12, hash: verdict.newest ?? "" }];
    expect(await verdictOn(database.ownerUrl, organisationId, known)).toEqual(verdict);
  });

  test.for(Object.entries(tamperings))("finds %s", async ([, { statements, found }], { database }) => {
    const { organisationId } = await organisationWithEvents(12);
    const { newest } = await verdictOn(database.ownerUrl, organisationId);
    await tamper(database.ownerUrl, organisationId, statements);
    expect((await verdictOn(database.ownerUrl, organisationId)).fault).toEqual(found);
    const known = [{ seq: 12, hash: newest ?? "" }];
    expect((await verdictOn(database.ownerUrl, organisationId, known)).fault).toEqual(found);
  });

  test.for(Object.entries(thoroughTamperings))(
    "finds %s by what was known before, and not without",
    async ([, { statements, found }], { database }) => {
      const { organisationId } = await organisationWithEvents(12);
      const { newest } = await verdictOn(database.ownerUrl, organisationId);
      await tamper(database.ownerUrl, organisationId, statements);
      expect((await verdictOn(database.ownerUrl, organisationId)).fault).toBeNull();
      const known = [{ seq: 12, hash: newest ?? "" }];
      expect((await verdictOn(database.ownerUrl, organisationId, known)).fault).toEqual(found);
    },
  );

  test("says where time went back, which breaks nothing", async ({ database }) => {
    const { organisationId } = await organisationWithEvents(12);
    const rewrite = thoroughTamperings["one altered and the whole chain rewritten"].statements.slice(1);
    const earlier = `UPDATE audit_event SET recorded_at = recorded_at - interval '1 hour'
      WHERE organisation_id = $ORGANISATION AND seq = 5`;
    await tamper(database.ownerUrl, organisationId, [earlier, ...rewrite]);
    expect(await verdictOn(database.ownerUrl, organisationId)).toMatchObject({ fault: null, backwards: [5] });
  });

  test("reads a chain of more than one page", async ({ database }) => {
    const { organisationId } = await organisationWithEvents(5_003);
    expect(await verdictOn(database.ownerUrl, organisationId)).toMatchObject({ fault: null, rows: 5_003 });
  });
});
