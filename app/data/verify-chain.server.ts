import { createHash } from "node:crypto";
import type { AuditFault, AuditHead, AuditLink, AuditVerdict, KnownRow } from "~/domain/audit-chain";

const PREFIX = Buffer.from("greenroom-audit-v1\0", "utf8");
const GENESIS = Buffer.alloc(32);
const TOLD_BACKWARDS = 5;

export type ChainRows = {
  /** The rows after a number, in the order of their numbers; an empty page is the end. */
  page: (after: bigint) => Promise<AuditLink[]>;
  head: () => Promise<AuditHead | null>;
};

/** The hash of one row, computed here and not by the database that is being checked. */
function hashOf(chain: string, previous: Uint8Array, { seq, micros, body }: AuditLink): Buffer {
  const numbers = Buffer.alloc(16);
  numbers.writeBigInt64BE(seq, 0);
  numbers.writeBigInt64BE(micros, 8);
  return createHash("sha256")
    .update(PREFIX)
    .update(previous)
    .update(Buffer.from(chain.replaceAll("-", ""), "hex"))
    .update(numbers)
    .update(body, "utf8")
    .digest();
}

/**
 * Follows a chain from its beginning to its head, recomputes every hash and stops at the first row that is not as it
 * was written. Rows dropped at the end together with the head, and a chain rewritten whole, are found only by `known`:
 * what a checkpoint that left the system says of it.
 *
 * @param chain the organisation's id, or `INSTALLATION_CHAIN`
 */
export async function verifyChain(
  chain: string,
  { page, head }: ChainRows,
  known: readonly KnownRow[] = [],
): Promise<AuditVerdict> {
  let seq = 0n;
  let micros = 0n;
  let previous: Uint8Array = GENESIS;
  const backwards: number[] = [];
  const told = (fault: AuditFault | null): AuditVerdict => ({
    rows: Number(seq),
    fault,
    backwards,
    newest: seq === 0n ? null : hex(previous),
  });
  const newest = await head();
  for (;;) {
    const links = await page(seq);
    for (const link of links) {
      const at = Number(link.seq);
      if (link.seq !== seq + 1n) return told({ seq: Number(seq) + 1, fault: "missing" });
      if (!same(link.prevHash, previous)) return told({ seq: at, fault: "unlinked" });
      if (!same(link.hash, hashOf(chain, previous, link))) return told({ seq: at, fault: "altered" });
      if (link.seq > (newest?.seq ?? 0n)) return told({ seq: at, fault: "beyond" });
      if (known.some((row) => row.seq === at && row.hash !== hex(link.hash)))
        return told({ seq: at, fault: "rewritten" });
      if (link.micros < micros && backwards.length < TOLD_BACKWARDS) backwards.push(at);
      ({ seq, micros, hash: previous } = link);
    }
    if (links.length === 0) break;
  }
  const next = Number(seq) + 1;
  if (newest && newest.seq > seq) return told({ seq: next, fault: "missing" });
  if (newest && !same(newest.hash, previous)) return told({ seq: Number(seq), fault: "head" });
  const further = known.some((row) => row.seq >= next);
  return told(further ? { seq: next, fault: "shorter" } : null);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
