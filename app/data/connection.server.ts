import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient, type Prisma } from "~/generated/prisma/client";
import { openTurns, type FairTurns } from "./fair-turns";

/** What a piece of work may do inside its one transaction. */
export type Transaction = Prisma.TransactionClient;

export type ConnectionSettings = {
  url: string;
  /** How many connections this process may hold. One organisation has half of them at once, and one at least. */
  poolSize: number;
  /** How long work waits for one of them, in milliseconds. */
  waitMs?: number;
};

/** How long work may take, in milliseconds: one statement, one wait for a row, the whole, a new connection. */
const STATEMENT_MS = "5000";
const LOCK_MS = "2000";
const TRANSACTION_MS = 10_000;
const CONNECTING_MS = 2_000;
const WAIT_MS = 500;

/** The server and the bundle that it serves each load this module; both must find the one open connection. */
const OPEN = Symbol.for("greenroom.connection");
const POOL = Symbol.for("greenroom.connection-pool");
const TURNS = Symbol.for("greenroom.connection-turns");
const holder: typeof globalThis & {
  [OPEN]?: PrismaClient;
  [POOL]?: pg.Pool;
  [TURNS]?: FairTurns;
} = globalThis;

/** Opens the process's pool of connections. Nothing is sent to the database yet. */
export function openConnection({ url, poolSize, waitMs = WAIT_MS }: ConnectionSettings): void {
  if (holder[OPEN]) throw new Error("The database connection is already open");
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: CONNECTING_MS,
    idleTimeoutMillis: 30_000,
  });
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  holder[POOL] = pool;
  holder[TURNS] = openTurns({ atOnce: poolSize, forOne: Math.max(1, Math.floor(poolSize / 2)), waitMs });
  holder[OPEN] = new PrismaClient({ adapter, errorFormat: "minimal" });
}

export async function closeConnection(): Promise<void> {
  const client = holder[OPEN];
  delete holder[OPEN];
  delete holder[POOL];
  delete holder[TURNS];
  await client?.$disconnect();
}

/**
 * Asks one thing of the database in one statement, with no role taken and no organisation entered: only for a function
 * that looks after both itself. Only for `app/data`.
 */
export async function askAlone<T>(query: Prisma.Sql): Promise<T> {
  const { client, turns } = opened();
  return turns.run(null, () => client.$queryRaw<T>(query));
}

function opened(): { client: PrismaClient; turns: FairTurns } {
  const client = holder[OPEN];
  const turns = holder[TURNS];
  if (!client || !turns) throw new Error("The database connection is not open");
  return { client, turns };
}

/** How many connections this process holds, how many of them nobody uses, and how many requests wait for one. */
export type PoolState = { open: number; idle: number; waiting: number };

export function poolState(): PoolState {
  const pool = holder[POOL];
  const waiting = holder[TURNS]?.waiting() ?? 0;
  return { open: pool?.totalCount ?? 0, idle: pool?.idleCount ?? 0, waiting };
}

export type TransactionContext = { organisationId: string | null; actorId: string | null; readOnly: boolean };

/**
 * Runs `work` in one transaction as the application's role, whatever role the connection signed in with, and with the
 * organisation that row-level security compares with. Every setting ends with the transaction. Only for `app/data`.
 */
export async function transact<T>(
  { organisationId, actorId, readOnly }: TransactionContext,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { client, turns } = opened();
  const inOneTransaction = async (tx: Transaction) => {
    await tx.$queryRaw`SELECT set_config('role', 'greenroom_app', true),
        set_config('app.organisation_id', ${organisationId ?? ""}, true),
        set_config('app.actor_id', ${actorId ?? ""}, true),
        set_config('statement_timeout', ${STATEMENT_MS}, true),
        set_config('lock_timeout', ${LOCK_MS}, true),
        set_config('idle_in_transaction_session_timeout', ${STATEMENT_MS}, true),
        set_config('transaction_read_only', ${readOnly ? "on" : "off"}, true)`;
    return work(tx);
  };
  return turns.run(organisationId, () =>
    client.$transaction(inOneTransaction, { maxWait: CONNECTING_MS, timeout: TRANSACTION_MS }),
  );
}
