import { INSTALLATION_CHAIN } from "~/domain/audit-chain";
import {
  checkpointText,
  readCheckpointText,
  type CheckpointFile,
  type CheckpointReason,
} from "~/domain/audit-checkpoint";
import type { Actor } from "~/domain/actor";
import { endOf, type ChainEnd } from "./audit.server";
import { checkpointKey, signNote } from "./checkpoint-signature.server";
import {
  readOrganisation,
  readWithoutOrganisation,
  withoutOrganisation,
  type Transaction,
} from "./database.server";

type EndRow = { seq: bigint; hash: Uint8Array; at: Date };

/** Signs where the organisation's chain ends and keeps that. False where it is kept already. */
export async function keepCheckpoint(
  tx: Transaction,
  organisationId: string,
  end: ChainEnd,
  reason: CheckpointReason,
): Promise<boolean> {
  const note = signNote(checkpointText({ chain: organisationId, ...end }));
  const added = await tx.$executeRaw`
    INSERT INTO audit_checkpoint (organisation_id, seq, reason, note)
    VALUES (${organisationId}::uuid, ${end.seq}, ${reason}, ${note})
    ON CONFLICT DO NOTHING`;
  return added === 1;
}

/** Where the organisation's chain ends now; null before its first event. */
export async function findChainEnd(tx: Transaction, organisationId: string): Promise<ChainEnd | null> {
  const [row] = await tx.$queryRaw<EndRow[]>`
    SELECT seq, hash, clock_timestamp() AS at FROM audit_head WHERE organisation_id = ${organisationId}::uuid`;
  return row ? endOf(row.seq, row.hash, row.at) : null;
}

async function findInstallationEnd(tx: Transaction): Promise<ChainEnd | null> {
  const [row] = await tx.$queryRaw<EndRow[]>`SELECT seq, hash, at FROM app.installation_audit_end()`;
  return row ? endOf(row.seq, row.hash, row.at) : null;
}

/**
 * Checkpoints of the organisation's chain and of the installation's as they end now, to be kept elsewhere. Of the
 * installation's it tells a number and a hash alone. Null before anything has happened.
 */
export async function checkpointsNow(
  tx: Transaction,
  organisationId: string,
): Promise<CheckpointFile | null> {
  const own = await findChainEnd(tx, organisationId);
  if (!own) return null;
  const installation = await findInstallationEnd(tx);
  const texts = [checkpointText({ chain: organisationId, ...own })];
  if (installation) texts.push(checkpointText({ chain: INSTALLATION_CHAIN, ...installation }));
  return { format: "greenroom.checkpoints/1", keys: [checkpointKey()], checkpoints: texts.map(signNote) };
}

/** The same for a page. */
export function readCheckpointsNow({ organisationId, userId }: Actor): Promise<CheckpointFile | null> {
  return readOrganisation({ organisationId, actorId: userId }, (tx) => checkpointsNow(tx, organisationId));
}

/** The organisations whose daily checkpoint is due: none of the last 24 hours, and something happened since the last. */
export function listDailyCheckpointsDue(): Promise<string[]> {
  return readWithoutOrganisation(async (tx) => {
    const rows = await tx.$queryRaw<{ organisation_id: string }[]>`
      SELECT organisation_id FROM app.daily_checkpoints_due()`;
    return rows.map((row) => row.organisation_id);
  });
}

/** Keeps the organisation's daily checkpoint, once, however many processes try. False where another did. */
export async function keepDailyCheckpoint(tx: Transaction, organisationId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 AS held FROM pg_advisory_xact_lock(hashtextextended(${organisationId}, 8))`;
  const [last] = await tx.$queryRaw<{ fresh: boolean }[]>`
    SELECT EXISTS (SELECT FROM audit_checkpoint WHERE organisation_id = ${organisationId}::uuid AND reason = 'daily'
      AND made_at > clock_timestamp() - interval '24 hours') AS fresh`;
  const end = last?.fresh ? null : await findChainEnd(tx, organisationId);
  return end !== null && keepCheckpoint(tx, organisationId, end, "daily");
}

/** Keeps the daily checkpoint of the installation's chain; false where there is one of the last 24 hours. */
export function keepInstallationCheckpoint(): Promise<boolean> {
  return withoutOrganisation(async (tx) => {
    const end = await findInstallationEnd(tx);
    if (!end) return false;
    const note = signNote(checkpointText({ chain: INSTALLATION_CHAIN, ...end }));
    const [row] = await tx.$queryRaw<{ kept: boolean }[]>`
      SELECT app.keep_installation_checkpoint(${end.seq}::bigint, ${note}) AS kept`;
    return row?.kept === true;
  });
}

/** When the newest checkpoint of the organisation was kept, and why: for the page. */
export function findNewestCheckpoint({
  organisationId,
  userId,
}: Actor): Promise<{ at: string; seq: number } | null> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const newest = await tx.auditCheckpoint.findFirst({
      where: { organisationId },
      orderBy: [{ seq: "desc" }, { madeAt: "desc" }],
    });
    const text = newest?.note.slice(0, newest.note.indexOf("\n\n") + 1);
    return text ? readCheckpointText(text) : null;
  });
}
