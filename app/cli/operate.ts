import { closeConnection, openConnection } from "~/data/connection.server";
import { DatabaseError } from "~/data/database-problem.server";
import type { Outcome } from "~/domain/refusal";
import { paths } from "~/paths";
import { openOperatorDatabase } from "~/server/operator-database";
import { StartProblem } from "~/server/start-problem";
import type { Operated } from "~/services/operate-accounts.server";

const DONE = 0;
const FAILED = 1;

/**
 * Does one piece of the operator's work on the database that the server uses, and prints what became of it: ids, and the
 * link that one person opens once. Returns the exit code: 0 when it was done, 1 when it was not.
 */
export async function operate(
  work: () => Promise<Outcome<Operated>>,
  within: "seven days" | "a day",
): Promise<number> {
  try {
    const database = await openOperatorDatabase();
    openConnection({ url: database.ownerUrl, poolSize: 1 });
    try {
      const outcome = await work();
      if (!outcome.ok) return failed(outcome.refusal.message);
      process.stdout.write(`${inWords(outcome.value, database.origin, within)}\n`);
      return DONE;
    } finally {
      await closeConnection();
      await database.stop();
    }
  } catch (problem) {
    if (problem instanceof StartProblem || problem instanceof DatabaseError) return failed(problem.message);
    throw problem;
  }
}

export function failed(message: string): number {
  process.stderr.write(`greenroom: ${message}\n`);
  return FAILED;
}

function inWords({ organisationId, userId, token }: Operated, origin: string, within: string): string {
  const next = token
    ? [
        `Give them this link. It works once, within ${within}, and is not shown again:`,
        origin + paths.link(token),
      ]
    : ["They sign in as before."];
  return [`organisation ${organisationId}`, `user ${userId}`, ...next].join("\n");
}
