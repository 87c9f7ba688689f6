import { createHash } from "node:crypto";
import type { Transaction } from "./database.server";

const PAGE = 5_000;
const PREFIX = Buffer.from("greenroom-audit-v1\0", "utf8");
const GENESIS = Buffer.alloc(32);

type Link = {
  seq: bigint;
  micros: bigint;
  body: string;
  prev_hash: Uint8Array;
  hash: Uint8Array;
};

/** `events` were checked and whole; or the first place that is not, with what is wrong there. */
export type AuditVerdict =
  | { whole: true; events: number }
  | { whole: false; seq: number; fault: "missing" | "unlinked" | "altered" | "head" };

/** The hash of one event, computed here and not by the database that is being checked. */
function hashOf(organisationId: string, previous: Uint8Array, { seq, micros, body }: Link): Buffer {
  const numbers = Buffer.alloc(16);
  numbers.writeBigInt64BE(seq, 0);
  numbers.writeBigInt64BE(micros, 8);
  const id = Buffer.from(organisationId.replaceAll("-", ""), "hex");
  return createHash("sha256")
    .update(PREFIX)
    .update(previous)
    .update(id)
    .update(numbers)
    .update(body, "utf8")
    .digest();
}

function page(tx: Transaction, organisationId: string, after: bigint): Promise<Link[]> {
  return tx.$queryRaw<Link[]>`
    SELECT seq, (extract(epoch FROM recorded_at) * 1000000)::bigint AS micros, body, prev_hash, hash
    FROM audit_event WHERE organisation_id = ${organisationId}::uuid AND seq > ${after}
    ORDER BY audit_event.seq LIMIT ${PAGE}`;
}

/**
 * Follows an organisation's audit chain from its beginning to its head and recomputes every hash. It finds whatever was
 * altered, removed or put between; a chain that was rewritten whole, head and all, is found only by comparing its newest
 * hash with one that left the system earlier.
 */
export async function verifyAudit(tx: Transaction, organisationId: string): Promise<AuditVerdict> {
  let seq = 0n;
  let previous: Uint8Array = GENESIS;
  for (;;) {
    const links = await page(tx, organisationId, seq);
    for (const link of links) {
      if (link.seq !== seq + 1n) return { whole: false, seq: Number(seq) + 1, fault: "missing" };
      seq = link.seq;
      if (!same(link.prev_hash, previous)) return { whole: false, seq: Number(seq), fault: "unlinked" };
      if (!same(link.hash, hashOf(organisationId, previous, link)))
        return { whole: false, seq: Number(seq), fault: "altered" };
      previous = link.hash;
    }
    if (links.length < PAGE) break;
  }
  const head = await tx.auditHead.findUnique({ where: { organisationId } });
  const reached = head ? head.seq === seq && same(head.hash, previous) : seq === 0n;
  return reached
    ? { whole: true, events: Number(seq) }
    : { whole: false, seq: Number(seq) + 1, fault: "head" };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
