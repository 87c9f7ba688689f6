import { transact, type Transaction } from "./connection.server";
import { DatabaseError, databaseProblem } from "./database-problem.server";

export type { Transaction } from "./connection.server";

/** Whose data the work sees, and who asks. `actorId` is null for the system's own work. */
export type Scope = { organisationId: string; actorId: string | null };

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * Runs `work` in one transaction that sees and writes rows of one organisation only; row-level security refuses the
 * rest, whatever the queries say. No mail, file or network inside `work`: it holds a connection. Everything it needs
 * from the database goes through the `tx` it is given.
 *
 * @throws DatabaseError where the database refuses, is busy or cannot be reached
 */
export async function withOrganisation<T>(
  { organisationId, actorId }: Scope,
  work: (tx: Transaction) => Promise<T>,
  { readOnly = false }: { readOnly?: boolean } = {},
): Promise<T> {
  if (!UUID.test(organisationId)) throw new Error("The organisation's id is not a UUID");
  if (actorId !== null && !UUID.test(actorId)) throw new Error("The actor's id is not a UUID");
  return translated(() => transact({ organisationId, actorId, readOnly }, work));
}

/** As `withOrganisation`, for loaders: a write inside it is refused by the database. */
export function readOrganisation<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return withOrganisation(scope, work, { readOnly: true });
}

/** Runs `work` outside every organisation: it sees no organisation's rows, only what the doors give. */
export function withoutOrganisation<T>(
  work: (tx: Transaction) => Promise<T>,
  { readOnly = false }: { readOnly?: boolean } = {},
): Promise<T> {
  return translated(() => transact({ organisationId: null, actorId: null, readOnly }, work));
}

/** As `withoutOrganisation`, for loaders and for what is only looked up: a write inside it is refused. */
export function readWithoutOrganisation<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return withoutOrganisation(work, { readOnly: true });
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const problem = databaseProblem(error);
    throw problem ? new DatabaseError(problem, error) : error;
  }
}
