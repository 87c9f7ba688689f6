import { isNoTurn } from "./fair-turns";

/**
 * Everything that goes wrong between us and the database, as few kinds as callers can act on:
 * `duplicate` a unique key is taken · `refused` row-level security or a privilege said no · `invalid` a constraint or a
 * value said no · `busy` somebody else holds the row · `conflict` try the whole again · `slow` cut off · `overloaded` no
 * connection free in time · `full` no space · `down` not reachable.
 */
export type DatabaseProblem =
  "duplicate" | "refused" | "invalid" | "busy" | "conflict" | "slow" | "overloaded" | "full" | "down";

export class DatabaseError extends Error {
  override name = "DatabaseError";
  /** The message names the kind alone: the database's own text can quote the data of people. */
  constructor(
    readonly problem: DatabaseProblem,
    cause: unknown,
  ) {
    super(`The database could not do it: ${problem}`, { cause });
  }
}

const BY_SQL_STATE: [RegExp, DatabaseProblem][] = [
  [/^23505$/, "duplicate"],
  [/^(42501|25006)$/, "refused"],
  [/^(23|22)/, "invalid"],
  [/^55P03$/, "busy"],
  [/^(40001|40P01)$/, "conflict"],
  [/^(57014|25P0[34])$/, "slow"],
  [/^(53300|53400)$/, "overloaded"],
  [/^(53100|58030)$/, "full"],
  [/^(08|57P0|53|58)/, "down"],
];

/** Prisma's own codes, where the adapter gives no SQLSTATE: https://www.prisma.io/docs/orm/reference/error-reference */
const BY_PRISMA_CODE: Record<string, DatabaseProblem> = {
  P1001: "down",
  P1002: "down",
  P1008: "slow",
  P1017: "down",
  P2000: "invalid",
  P2002: "duplicate",
  P2003: "invalid",
  P2004: "invalid",
  P2011: "invalid",
  P2020: "invalid",
  P2024: "overloaded",
  P2028: "overloaded",
  P2034: "conflict",
  P2037: "overloaded",
};

const CONNECTION_LOST =
  /Connection terminated|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|timeout exceeded when trying to connect|Can't reach database/;

type Shape = {
  code?: unknown;
  originalCode?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: unknown;
  driverAdapterError?: unknown;
};

function isShape(value: unknown): value is Shape {
  return typeof value === "object" && value !== null;
}

function isSqlState(code: unknown): code is string {
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code);
}

/** The SQLSTATE that the server sent, wherever Prisma or the driver left it. */
function sqlState(error: unknown, depth = 0): string | null {
  if (!isShape(error) || depth > 6) return null;
  if (isSqlState(error.originalCode)) return error.originalCode;
  if (isSqlState(error.code)) return error.code;
  const inner = [error.driverAdapterError, error.cause, error.meta];
  return inner.reduce<string | null>((found, next) => found ?? sqlState(next, depth + 1), null);
}

/** What kind of trouble an error from Prisma or pg is; null for anything that is not the database's. */
export function databaseProblem(error: unknown): DatabaseProblem | null {
  if (error instanceof DatabaseError) return error.problem;
  if (isNoTurn(error)) return "overloaded";
  if (!isShape(error)) return null;
  const state = sqlState(error);
  const byState = BY_SQL_STATE.find(([pattern]) => state !== null && pattern.test(state))?.[1];
  if (byState) return byState;
  const code = typeof error.code === "string" ? error.code : "";
  return BY_PRISMA_CODE[code] ?? (CONNECTION_LOST.test(String(error.message)) ? "down" : null);
}
