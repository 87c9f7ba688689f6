import pg from "pg";

type Column = { table: string; column: string };

const TABLES = `
  SELECT c.relname AS "table",
    (SELECT min(a.attname::text) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organisation_id') AS column
  FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    AND c.relname <> '_prisma_migrations' ORDER BY 1`;

/** Works past every policy, as a person with the whole database in hand could, and leaves nothing changed. */
async function pastEveryPolicy<T>(
  ownerUrl: string,
  work: (client: pg.Client, tables: Column[]) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<Column>(TABLES);
    for (const { table } of rows)
      await client.query(`ALTER TABLE ${client.escapeIdentifier(table)} NO FORCE ROW LEVEL SECURITY`);
    return await work(client, rows);
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
}

/** A digest of all rows of one organisation, table by table, those of its members' accounts included. */
export function digestOfOrganisation(
  ownerUrl: string,
  organisationId: string,
): Promise<Record<string, string>> {
  return pastEveryPolicy(ownerUrl, async (client, tables) => {
    const digests: Record<string, string> = {};
    for (const { table, column } of tables) {
      const whose = await rowsOf(client, table, column);
      if (whose === null) continue;
      digests[table] = await digestOfRows(client, table, whose, [organisationId]);
    }
    return digests;
  });
}

/** A digest of all rows of the whole database, table by table, `but` for some. */
export function digestOfEverything(ownerUrl: string, but: string[]): Promise<Record<string, string>> {
  return pastEveryPolicy(ownerUrl, async (client, tables) => {
    const digests: Record<string, string> = {};
    for (const { table } of tables)
      if (!but.includes(table)) digests[table] = await digestOfRows(client, table, "true", []);
    return digests;
  });
}

async function digestOfRows(
  client: pg.Client,
  table: string,
  whose: string,
  values: unknown[],
): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(
    `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest
     FROM ${client.escapeIdentifier(table)} t WHERE ${whose}`,
    values,
  );
  return rows[0]?.digest ?? "";
}

const MEMBERS = "(SELECT user_id FROM membership WHERE organisation_id = $1)";

/** Which rows of a table are the organisation's or its members'; null where none are anybody's. */
async function rowsOf(client: pg.Client, table: string, column: string | null): Promise<string | null> {
  if (table === "organisation") return "id = $1";
  if (column) return `${column} = $1`;
  if (table === "user_account") return `id IN ${MEMBERS}`;
  const { rowCount } = await client.query(
    "SELECT FROM pg_attribute WHERE attrelid = $1::regclass AND attname = 'user_id'",
    [table],
  );
  return rowCount ? `user_id IN ${MEMBERS}` : null;
}

export type Rows = { count(but: string[]): Promise<Record<string, string>>; close(): Promise<void> };

/**
 * Counts the rows of each table again and again. For that the owner stands above the policies of this database, from now
 * on; the application, which owns nothing, does not.
 */
export async function openRows(ownerUrl: string): Promise<Rows> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<Column>(TABLES);
  const tables = rows.map(({ table }) => table);
  for (const table of tables)
    await client.query(`ALTER TABLE ${client.escapeIdentifier(table)} NO FORCE ROW LEVEL SECURITY`);
  return {
    async count(but) {
      const counts = tables
        .filter((table) => !but.includes(table))
        .map(
          (table) =>
            `(SELECT count(*) FROM ${client.escapeIdentifier(table)}) AS ${client.escapeIdentifier(table)}`,
        );
      const found = await client.query<Record<string, string>>(`SELECT ${counts.join(", ")}`);
      return found.rows[0] ?? {};
    },
    close: () => client.end(),
  };
}
