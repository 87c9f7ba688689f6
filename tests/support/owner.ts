import pg from "pg";

/** Runs one statement as the owner of the tables, beside the application. */
export async function asOwner<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** As the owner and past the policies of one table: what a person with the whole database in hand could do. */
export async function pastPolicies<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  table: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`BEGIN; ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    const { rows } = await client.query<Row>(sql, values);
    await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY; COMMIT`);
    return rows;
  } finally {
    await client.end();
  }
}

/** As the role that reads every audit chain and nothing else. */
export async function asVerifier<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN READ ONLY; SET LOCAL ROLE greenroom_verifier");
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
