import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { ColumnType, SqlQuery, SqlResultSet } from "@prisma/driver-adapter-utils";
import type pg from "pg";
import { parse } from "pg-connection-string";

/** PostgreSQL's one-byte internal type "char" and its array: the adapter cannot read the first. */
const CHAR_OID = 18;
const TEXT_OID = 25;

type Answer = { fields: { dataTypeID: number }[]; rows: unknown[] };
type Connection = Awaited<ReturnType<PrismaPg["connect"]>>;
type Internals = {
  client: pg.Pool;
  performIO(query: SqlQuery): Promise<Answer>;
  onError(error: unknown): never;
};

/**
 * The parts and not the address: an address would override the database that `connectToShadowDb` names, so that shadow
 * work would run on the real data.
 */
export function connectionParts(url: string): pg.PoolConfig {
  const { host, port, user, password, database, ssl } = parse(url);
  return {
    ...(host ? { host } : {}),
    port: Number(port ?? 5432),
    ...(user ? { user } : {}),
    ...(password ? { password } : {}),
    ...(database ? { database } : {}),
    ...(ssl ? { ssl: ssl as pg.PoolConfig["ssl"] } : {}),
  };
}

/** A shadow database is dropped while the adapter's own pool on it is still open. */
function forceDrop(script: string): string {
  return /^DROP DATABASE "prisma_migrate_shadow_db_[\w-]+"$/.test(script.trim())
    ? `${script} WITH (FORCE)`
    : script;
}

function forMigrations(connection: Connection): Connection {
  const internals = connection as unknown as Internals;
  // The adapter splits a script at every ";", which breaks $$ bodies and loses the transaction around the whole. As one
  // simple query the server parses it and runs it whole or not at all, as the native engine does.
  connection.executeScript = async (script) => {
    try {
      await internals.client.query(forceDrop(script));
    } catch (error) {
      internals.onError(error);
    }
  };
  const queryRaw = connection.queryRaw;
  connection.queryRaw = async (query): Promise<SqlResultSet> => {
    const answer = await internals.performIO(query);
    const chars = answer.fields.map((field) => field.dataTypeID === CHAR_OID);
    const fields = answer.fields.map((field, i) => ({
      ...field,
      dataTypeID: chars[i] ? TEXT_OID : field.dataTypeID,
    }));
    const answered = Object.create(connection, { performIO: { value: () => ({ ...answer, fields }) } });
    const result: SqlResultSet = await queryRaw.call(answered, query);
    const columnTypes = result.columnTypes.map((type, i): ColumnType =>
      chars[i] ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return connection;
}

/** Prisma's adapter over pg, mended where it is used to migrate and to describe a schema. */
export class MigrationAdapter extends PrismaPg {
  override async connect(): Promise<Connection> {
    return forMigrations(await super.connect());
  }
  override async connectToShadowDb(): Promise<Connection> {
    return forMigrations(await super.connectToShadowDb());
  }
}
