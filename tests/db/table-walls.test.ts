import pg from "pg";
import { describe, expect } from "vitest";
import { test as open } from "../support/open-database";
import { twoCharities, type TwoCharities } from "../support/two-charities";

/** What a table holds, as far as strangers are concerned. Each is tried; one that is not listed fails the test. */
const tables = {
  /** Rows of one organisation each. */
  organisation: [
    "acceptance",
    "adult",
    "adult_difference",
    "approved_account",
    "audit_checkpoint",
    "audit_event",
    "audit_head",
    "briefing",
    "briefing_text",
    "consent_confirmation",
    "consent_contact",
    "consent_event",
    "consent_note",
    "consent_request",
    "consent_wording",
    "contact_route",
    "export_reason",
    "invitation",
    "login_session",
    "mail",
    "membership",
    "membership_role",
    "notice",
    "organisation",
    "participant",
    "platform_mode",
    "platform_review",
    "policy_version",
    "removal_task",
    "session",
    "session_adult",
    "session_platform",
    "sign_in_provider",
    "sign_off",
    "sign_off_event",
    "sign_off_facts",
    "sign_off_request",
    "statement",
    "statement_note",
    "submission",
    "training",
    "vetting_check",
    "viewed_lately",
    "young_person",
  ],
  /** Rows of one person each, whichever organisations they belong to. */
  person: ["authenticator", "identity", "passkey", "password_reset", "recovery_code", "user_account"],
  /** Rows of the installation, which no organisation reads. */
  installation: [
    "installation_audit_checkpoint",
    "installation_audit_event",
    "installation_audit_head",
    "passkey_challenge",
    "sign_in_try",
  ],
};

const test = open.extend<{ charities: TwoCharities }>({
  charities: [async ({ connection: _ }, use) => use(await twoCharities()), { scope: "file" }],
});

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test("the list names every table", async ({ database }) => {
  const found = await connected(database.ownerUrl, (client) =>
    client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relname <> '_prisma_migrations'
         AND relnamespace IN ('public'::regnamespace, 'app'::regnamespace)`,
    ),
  );
  expect(found.rows.map(({ name }) => name).sort()).toEqual(Object.values(tables).flat().sort());
});

/** How many rows somebody of the second organisation sees of the first; null where the database lets them ask for none. */
function seenByStranger(
  url: string,
  { own, other }: TwoCharities,
  table: string,
  whose: string,
): Promise<number | null> {
  return connected(url, async (client) => {
    await client.query("BEGIN READ ONLY");
    await client.query(
      `SELECT set_config('role', 'greenroom_app', true), set_config('app.organisation_id', $1, true),
         set_config('app.actor_id', $2, true)`,
      [other.record.organisation.id, other.rowan.userId],
    );
    try {
      const { rows } = await client.query<{ n: string }>(
        `SELECT count(*) AS n FROM (SELECT ${whose} AS key FROM ${client.escapeIdentifier(table)}) t WHERE key = ANY($1::uuid[])`,
        [[own.record.organisation.id, own.rowan.userId, own.amina.userId]],
      );
      return Number(rows[0]?.n);
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === "42501") return null;
      throw error;
    }
  });
}

describe("somebody of another organisation sees no row", () => {
  test.for(tables.organisation)("of %s", async (table, { charities, database }) => {
    const key = table === "organisation" ? "id" : "organisation_id";
    expect((await seenByStranger(database.applicationUrl, charities, table, key)) ?? 0).toBe(0);
  });

  test.for(tables.person)("of %s", async (table, { charities, database }) => {
    const key = table === "user_account" ? "id" : "user_id";
    expect((await seenByStranger(database.applicationUrl, charities, table, key)) ?? 0).toBe(0);
  });

  test("while there are rows to be seen", async ({ charities: { own }, database }) => {
    const seen = await connected(database.applicationUrl, async (client) => {
      await client.query("BEGIN READ ONLY");
      await client.query(
        "SELECT set_config('role', 'greenroom_app', true), set_config('app.organisation_id', $1, true), set_config('app.actor_id', $2, true)",
        [own.record.organisation.id, own.rowan.userId],
      );
      const empty: string[] = [];
      for (const table of [
        "organisation",
        "session",
        "participant",
        "young_person",
        "adult",
        "membership",
        "audit_event",
      ]) {
        const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`);
        if (Number(rows[0]?.n) === 0) empty.push(table);
      }
      return empty;
    });
    expect(seen).toEqual([]);
  });
});

test("nobody who uses the application reads the installation's audit or the keys to accounts", async ({
  database,
}) => {
  const { rows } = await connected(database.ownerUrl, (client) =>
    client.query<{ name: string }>(
      "SELECT t AS name FROM unnest($1::text[]) t WHERE has_table_privilege('greenroom_app', t, 'SELECT')",
      [[...tables.installation.filter((table) => table !== "sign_in_try"), "login_session"]],
    ),
  );
  expect(rows).toEqual([]);
});
