import pg from "pg";
import { INSTALLATION_CHAIN } from "~/domain/audit-chain";
import type { ChainRows } from "./verify-chain.server";

const PAGE = 5_000;

type Row = { seq: string; micros: string; body: string; prev_hash: Buffer; hash: Buffer };
type HeadRow = { seq: string; hash: Buffer };

/** Every chain of an installation, as it stood at one moment. */
export type Chains = {
  /** Each organisation's id, and `INSTALLATION_CHAIN` first. */
  list: () => Promise<string[]>;
  rowsOf: (chain: string) => ChainRows;
};

/**
 * Reads the audit chains of every organisation and of the installation, all as of one moment, as the role that may
 * read them and nothing else, and that may not write.
 *
 * @param ownerUrl the address of the database for the role that owns its tables
 */
export async function readChains<T>(ownerUrl: string, work: (chains: Chains) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // a connection that breaks rejects the query in flight, which is where it is handled
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SET LOCAL ROLE greenroom_verifier");
    return await work({ list: () => listChains(client), rowsOf: (chain) => rowsOf(client, chain) });
  } finally {
    await client.end();
  }
}

async function listChains(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM public.organisation UNION SELECT organisation_id FROM public.audit_head
     UNION SELECT organisation_id FROM public.audit_event ORDER BY id`,
  );
  return [INSTALLATION_CHAIN, ...rows.map(({ id }) => id)];
}

function rowsOf(client: pg.Client, chain: string): ChainRows {
  const installation = chain === INSTALLATION_CHAIN;
  const [events, heads] = installation
    ? ["public.installation_audit_event", "public.installation_audit_head"]
    : ["public.audit_event", "public.audit_head"];
  const own = installation ? "$1::uuid IS NOT NULL" : "organisation_id = $1";
  return {
    async page(after) {
      const { rows } = await client.query<Row>(
        `SELECT seq, (extract(epoch FROM recorded_at) * 1000000)::bigint AS micros, body, prev_hash, hash
         FROM ${events} WHERE ${own} AND seq > $2 ORDER BY seq LIMIT ${PAGE}`,
        [chain, after.toString()],
      );
      return rows.map((row) => ({
        seq: BigInt(row.seq),
        micros: BigInt(row.micros),
        body: row.body,
        prevHash: row.prev_hash,
        hash: row.hash,
      }));
    },
    async head() {
      const { rows } = await client.query<HeadRow>(`SELECT seq, hash FROM ${heads} WHERE ${own}`, [chain]);
      return rows[0] ? { seq: BigInt(rows[0].seq), hash: rows[0].hash } : null;
    },
  };
}
