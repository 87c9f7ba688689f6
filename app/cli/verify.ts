import { checkpointKey } from "~/data/checkpoint-signature.server";
import { readChains } from "~/data/chain-reader.server";
import { openInstallationKeys } from "~/data/installation-keys.server";
import { verifyChain } from "~/data/verify-chain.server";
import { openOperatorDatabase } from "~/server/operator-database";
import { readCheckpointFile, UnusableCheckpoints, type KnownCheckpoint } from "./checkpoint-file";
import type { AddCommand } from "./command-line";
import { chainInWords, closingWords, keysInWords, type Examined } from "./verify-text";

const WHOLE = 0;
const BROKEN = 1;
const UNREADABLE = 2;

/** `greenroom verify --database`: whether the audit chains are as they were written. */
export const addVerify: AddCommand = (program, exit) => {
  program
    .command("verify")
    .description("Follows every audit chain in the database and recomputes it.")
    .option(
      "--database",
      "the database that the server uses with the same settings (DATA_DIR, DATABASE_URL …)",
    )
    .option("--checkpoint <file>", "compare with the signed checkpoints in this file, which left the system")
    .addHelpText("after", "\nExits 0 when every chain is whole, 1 when one is broken, 2 when it cannot tell.")
    .action(async ({ database, checkpoint }: { database?: true; checkpoint?: string }) => {
      try {
        if (!database) throw new UnusableCheckpoints("say what to verify: --database");
        const known = checkpoint === undefined ? [] : readCheckpointFile(checkpoint);
        const examined = await examine(known);
        for (const chain of examined) console.log(chainInWords(chain));
        console.log(closingWords(examined));
        exit(examined.every(({ verdict }) => verdict.fault === null) ? WHOLE : BROKEN);
      } catch (problem) {
        for (const line of reasonFor(problem).split("\n")) console.error(`greenroom verify: ${line}`);
        exit(UNREADABLE);
      }
    });
};

async function examine(known: KnownCheckpoint[]): Promise<Examined[]> {
  const { ownerUrl, secret, stop } = await openOperatorDatabase();
  try {
    openInstallationKeys(secret);
    for (const line of keysInWords(known, checkpointKey())) console.log(line);
    return await readChains(ownerUrl, async ({ list, rowsOf }) => {
      const examined: Examined[] = [];
      const chains = new Set([...(await list()), ...known.map(({ chain }) => chain)]);
      for (const chain of chains) {
        const checkpoints = known.filter((each) => each.chain === chain);
        const rows = checkpoints.map(({ seq, hash }) => ({
          seq,
          hash: Buffer.from(hash, "base64").toString("hex"),
        }));
        examined.push({ chain, checkpoints, verdict: await verifyChain(chain, rowsOf(chain), rows) });
      }
      return examined;
    });
  } finally {
    await stop();
  }
}

function reasonFor(problem: unknown): string {
  if (problem instanceof AggregateError)
    return `the database cannot be read: ${problem.errors.map(String).join(", ")}`;
  if (!(problem instanceof Error)) return String(problem);
  const told = problem instanceof UnusableCheckpoints || problem.name === "StartProblem";
  return told ? problem.message : `the database cannot be read: ${problem.message}`;
}
