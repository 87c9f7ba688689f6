import { describe, expect } from "vitest";
import { checkpointsNow, keepDailyCheckpoint, listDailyCheckpointsDue } from "~/data/audit-checkpoint.server";
import { checkpointKey, openNote } from "~/data/checkpoint-signature.server";
import { readOrganisation, withOrganisation } from "~/data/database.server";
import { INSTALLATION_CHAIN } from "~/domain/audit-chain";
import { readCheckpointText } from "~/domain/audit-checkpoint";
import type { Actor } from "~/domain/actor";
import { accept } from "~/domain/refusal";
import { change } from "~/services/change.server";
import { exportSessionRecord } from "~/services/export-session-record.server";
import { keepDailyCheckpoints } from "~/services/keep-daily-checkpoints.server";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { asOwner, pastPolicies } from "../support/owner";
import { lettersOf } from "../support/outbox";
import { storeSigned } from "../support/signed-session";
import { tamper } from "../support/tampering";
import { verdictOn } from "../support/verified-chains";

const READY = "s04-twin-last-good-day";

function inside<T>({ organisationId, userId }: Actor, work: Parameters<typeof readOrganisation<T>>[1]) {
  return readOrganisation({ organisationId, actorId: userId }, work);
}

/** What is kept of the organisation's chain, oldest first. */
function keptOf(actor: Actor) {
  return inside(actor, async (tx) => {
    const rows = await tx.auditCheckpoint.findMany({ orderBy: [{ seq: "asc" }, { madeAt: "asc" }] });
    return rows.map(({ seq, reason, note }) => {
      const opened = openNote(note, [checkpointKey()]);
      return { seq: Number(seq), reason, says: opened && readCheckpointText(opened.text) };
    });
  });
}

function note(actor: Actor) {
  return change(actor, async ({ record, recordForInstallation }) => {
    record({
      type: "organisation.changed",
      subject: `organisation:${actor.organisationId}`,
      fields: ["name"],
    });
    recordForInstallation({ type: "user.password_changed", subject: `user:${actor.userId}` });
    return accept(null);
  });
}

/** Lets the daily checkpoint of an organisation grow a day old. */
function nextDay(ownerUrl: string, organisationId: string) {
  return asOwner(
    ownerUrl,
    `ALTER TABLE audit_checkpoint DISABLE TRIGGER USER; ALTER TABLE audit_checkpoint NO FORCE ROW LEVEL SECURITY;
     UPDATE audit_checkpoint SET made_at = made_at - interval '25 hours' WHERE organisation_id = '${organisationId}';
     ALTER TABLE audit_checkpoint FORCE ROW LEVEL SECURITY;
     ALTER TABLE audit_checkpoint ENABLE ALWAYS TRIGGER audit_checkpoint_keep;
     ALTER TABLE audit_checkpoint ENABLE ALWAYS TRIGGER audit_checkpoint_keep_all`,
  );
}

describe("a checkpoint", () => {
  test("is kept with each sign-off and each export, of the chain with their own event at its end", async ({
    database,
  }) => {
    const stored = await storeSigned(READY);
    const { organisationId } = stored.amina;
    const [signed] = await keptOf(stored.amina);
    const atSignOff = await verdictOn(database.ownerUrl, organisationId);
    expect(signed).toMatchObject({ seq: atSignOff.rows, reason: "sign_off" });
    expect(signed?.says).toMatchObject({
      chain: organisationId,
      seq: atSignOff.rows,
      hash: Buffer.from(atSignOff.newest ?? "", "hex").toString("base64"),
    });
    const exported = await exportSessionRecord(stored.idris, stored.sessionId, {
      format: "json",
      namesBecause: null,
    });
    expect(exported.ok).toBe(true);
    const { rows } = await verdictOn(database.ownerUrl, organisationId);
    expect((await keptOf(stored.amina))[1]).toMatchObject({
      seq: rows,
      reason: "export",
      says: { seq: rows },
    });
  });

  test("made now tells the organisation's chain and the installation's, signed", async ({ database }) => {
    const actor = await makeOrganisation();
    await note(actor);
    const file = await inside(actor, (tx) => checkpointsNow(tx, actor.organisationId));
    const says = file?.checkpoints.map((each) => {
      const opened = openNote(each, file.keys);
      return opened && readCheckpointText(opened.text);
    });
    for (const [index, chain] of [actor.organisationId, INSTALLATION_CHAIN].entries()) {
      const { rows, newest } = await verdictOn(database.ownerUrl, chain);
      expect(says?.[index]).toMatchObject({ chain, seq: rows });
      const known = [{ seq: rows, hash: Buffer.from(says?.[index]?.hash ?? "", "base64").toString("hex") }];
      expect(known[0]?.hash).toBe(newest);
      expect(await verdictOn(database.ownerUrl, chain, known)).toMatchObject({ fault: null });
    }
  });

  test.for([
    ["altered", "UPDATE audit_checkpoint SET note = note || ' '"],
    ["removed", "DELETE FROM audit_checkpoint"],
    ["emptied", "TRUNCATE audit_checkpoint"],
  ] as const)(
    "cannot be %s by the application, nor by the owner of its table",
    async ([, statement], { database }) => {
      const actor = await makeOrganisation();
      await keepDailyCheckpoints({ mail: false });
      const scope = { organisationId: actor.organisationId, actorId: actor.userId };
      const attempt = withOrganisation(scope, (tx) => tx.$executeRawUnsafe(statement));
      await expect(attempt).rejects.toMatchObject({ problem: "refused" });
      const byOwner = pastPolicies(database.ownerUrl, "audit_checkpoint", statement);
      await expect(byOwner).rejects.toThrow("never changed or removed");
    },
  );
});

describe("the daily checkpoint", () => {
  test("is kept once, however many processes try", async () => {
    const actor = await makeOrganisation();
    await Promise.all([1, 2, 3, 4].map(() => keepDailyCheckpoints({ mail: false })));
    expect((await keptOf(actor)).map(({ reason }) => reason)).toEqual(["daily"]);
    await note(actor);
    await keepDailyCheckpoints({ mail: false });
    expect(await keptOf(actor)).toHaveLength(1);
  });

  test("is due a day later where something happened since, and not where nothing did", async ({
    database,
  }) => {
    const [busy, quiet] = [await makeOrganisation(), await makeOrganisation()];
    await keepDailyCheckpoints({ mail: false });
    await note(busy);
    for (const { organisationId } of [busy, quiet]) await nextDay(database.ownerUrl, organisationId);
    const due = await listDailyCheckpointsDue();
    expect([busy, quiet].map(({ organisationId }) => due.includes(organisationId))).toEqual([true, false]);
    await keepDailyCheckpoints({ mail: false });
    expect(await keptOf(busy)).toHaveLength(2);
    expect(await keptOf(quiet)).toHaveLength(1);
  });

  test("leaves by mail to the safeguarding leads, and to nobody else", async () => {
    const actor = await makeOrganisation(["administrator"]);
    const lead = await makeMember(actor, ["safeguarding_lead"]);
    await keepDailyCheckpoints({ mail: true });
    const mails = await lettersOf(actor);
    expect(mails).toMatchObject([{ to: `${lead.userId}@lanternmoor.example` }]);
    const [mail] = mails;
    const file = JSON.parse(mail?.text.slice(mail.text.indexOf("{\n")) ?? "") as {
      keys: string[];
      checkpoints: string[];
    };
    const opened = openNote(file.checkpoints[0] ?? "", file.keys);
    expect(readCheckpointText(opened?.text ?? "")).toMatchObject({ chain: actor.organisationId });
  });

  test("of one organisation is kept where another's cannot be", async ({ database }) => {
    const [broken, whole] = [await makeOrganisation(), await makeOrganisation()];
    const headless = "UPDATE audit_head SET seq = seq + 5 WHERE organisation_id = $ORGANISATION";
    await tamper(database.ownerUrl, broken.organisationId, [headless]);
    await expect(keepDailyCheckpoints({ mail: false })).rejects.toThrow("could not be kept");
    expect(await keptOf(whole)).toHaveLength(1);
    const mended = "UPDATE audit_head SET seq = seq - 5 WHERE organisation_id = $ORGANISATION";
    await tamper(database.ownerUrl, broken.organisationId, [mended]);
    const scope = { organisationId: broken.organisationId, actorId: null };
    expect(await withOrganisation(scope, (tx) => keepDailyCheckpoint(tx, broken.organisationId))).toBe(true);
  });
});
