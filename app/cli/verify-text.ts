import { INSTALLATION_CHAIN, type AuditFault, type AuditVerdict } from "~/domain/audit-chain";
import type { KnownCheckpoint } from "./checkpoint-file";

/** One chain, what is known of it from outside, and what the verifier says. */
export type Examined = { chain: string; checkpoints: KnownCheckpoint[]; verdict: AuditVerdict };

const faults: Record<AuditFault["fault"], (seq: number) => string> = {
  missing: (seq) => `row ${seq} is missing: it was removed`,
  unlinked: (seq) =>
    `row ${seq} does not follow row ${seq - 1}: it was put in or moved, or the row before it was changed`,
  altered: (seq) => `row ${seq} was changed after it was written`,
  beyond: (seq) => `row ${seq} was put in: the chain ended before it`,
  head: (seq) => `row ${seq}, the newest, is not the one that the head of the chain knows`,
  shorter: (seq) => `row ${seq} is missing: rows that a checkpoint knows were dropped at the end`,
  rewritten: (seq) =>
    `row ${seq} is not what its checkpoint says: the chain was rewritten, from this row or an earlier one`,
};

/** The verdict on one chain in a few lines. */
export function chainInWords({ chain, checkpoints, verdict }: Examined): string {
  const { rows, fault, backwards, newest } = verdict;
  const lines = [
    fault
      ? `${nameOf(chain)}: BROKEN: ${faults[fault.fault](fault.seq)}`
      : `${nameOf(chain)}: whole, ${rows} rows, newest ${newest ?? "none"}`,
  ];
  const last = checkpoints.toSorted((a, b) => a.seq - b.seq).at(-1);
  if (!fault && last) lines.push(`  agrees with the checkpoint of ${last.at} (row ${last.seq})`);
  for (const seq of backwards)
    lines.push(
      `  warning: row ${seq} was recorded before the row that it follows: the server's clock went back`,
    );
  return lines.join("\n");
}

/** What was found in all, and what cannot be seen. */
export function closingWords(examined: Examined[]): string {
  const rows = examined.reduce((sum, { verdict }) => sum + verdict.rows, 0);
  const broken = examined.filter(({ verdict }) => verdict.fault).length;
  const without = examined.filter(({ checkpoints }) => checkpoints.length === 0).length;
  const lines = [`${examined.length} chains, ${rows} rows followed, ${broken} broken.`];
  if (without > 0)
    lines.push(
      `${without === examined.length ? "No checkpoint was given" : `${without} chains have no checkpoint in the file`}: of such a chain it cannot be seen whether its newest rows were dropped, or whether it was rewritten as a whole.`,
    );
  if (without < examined.length)
    lines.push("What was written after a checkpoint rests on the chain alone, until the next one.");
  return lines.join("\n");
}

/** Who signed the checkpoints, and how far that can be believed. */
export function keysInWords(known: KnownCheckpoint[], present: string): string[] {
  return [...new Set(known.map(({ key }) => key))].map((key) =>
    key === present
      ? `Checkpoints signed by ${key}, the key of this installation.`
      : `warning: checkpoints signed by ${key}, which is not the present key of this installation. It may be that of an earlier secret: compare it with a copy that was kept elsewhere.`,
  );
}

function nameOf(chain: string): string {
  return chain === INSTALLATION_CHAIN ? "installation" : `organisation ${chain}`;
}
