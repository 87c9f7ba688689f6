import { readChains } from "~/data/chain-reader.server";
import { verifyChain } from "~/data/verify-chain.server";
import type { AuditVerdict, KnownRow } from "~/domain/audit-chain";

/** What the verifier says of one chain, read as it reads all of them. */
export function verdictOn(ownerUrl: string, chain: string, known: KnownRow[] = []): Promise<AuditVerdict> {
  return readChains(ownerUrl, ({ rowsOf }) => verifyChain(chain, rowsOf(chain), known));
}
