import { describe, expect } from "vitest";
import { test } from "../support/database";
import { asOwner } from "../support/owner";

/** Tables that belong to no one organisation, and columns that are unique across all of them. */
const GLOBAL_TABLES = [
  "user_account",
  "sign_in_try",
  "identity",
  "authenticator",
  "recovery_code",
  "passkey",
  "passkey_challenge",
  "installation_audit_head",
  "installation_audit_event",
  "installation_audit_checkpoint",
];
const UNIQUE_EVERYWHERE = [
  "login_session_token_hash_key",
  "invitation_token_hash_key",
  "password_reset_token_hash_key",
];
/** The organisation itself: its own id is the organisation's. */
const ROOT = "organisation";

/** The queue of jobs belongs to a role of its own, and its tables hold ids alone. */
const QUEUE = "graphile_worker";

const TABLES = `
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', '${QUEUE}') AND n.nspname NOT LIKE 'pg_%'
    AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'`;

const FIRST_COLUMN = `
  SELECT i.indexrelid::regclass::text AS index, c.relname AS table, a.attname AS first, i.indisprimary AS primary
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
  WHERE n.nspname = 'public' AND i.indisunique AND c.relname <> '_prisma_migrations'`;

type UniqueIndex = { index: string; table: string; first: string; primary: boolean };
type ForeignKey = { name: string; from: string; to: string; columns: string[]; referred: string[] };

function names(rows: { name: string }[]): string[] {
  return rows.map((row) => row.name);
}

describe("every table", () => {
  test("is forced under row-level security", async ({ database }) => {
    const all = await asOwner<{ name: string; forced: boolean }>(
      database.ownerUrl,
      `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced ${TABLES}`,
    );
    expect(all.length).toBeGreaterThan(7);
    expect(names(all.filter((row) => !row.forced))).toEqual([]);
  });

  test("has policies that say what may be seen and what may be written", async ({ database }) => {
    const half = await asOwner<{ name: string }>(
      database.ownerUrl,
      `SELECT polrelid::regclass || '.' || polname AS name FROM pg_policy WHERE polqual IS NULL OR polwithcheck IS NULL`,
    );
    expect(names(half)).toEqual([]);
    const bare = await asOwner<{ name: string }>(
      database.ownerUrl,
      `SELECT c.relname AS name ${TABLES} AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)`,
    );
    expect(names(bare)).toEqual([]);
  });

  test("lets the application in through its own organisation alone", async ({ database }) => {
    const wide = await asOwner<{ name: string }>(
      database.ownerUrl,
      `SELECT p.tablename AS name FROM pg_policies p
       WHERE p.roles && ARRAY['public', 'greenroom_app']::name[]
         AND (p.qual NOT LIKE '%app.organisation_id()%' OR p.with_check NOT LIKE '%app.organisation_id()%')`,
    );
    expect(names(wide)).toEqual([]);
  });

  test("is owned by a role that the application is not", async ({ database }) => {
    const owned = await asOwner<{ name: string }>(
      database.ownerUrl,
      `SELECT c.relname AS name ${TABLES} AND c.relowner = 'greenroom_app'::regrole`,
    );
    expect(names(owned)).toEqual([]);
  });
});

describe("the queue of jobs", () => {
  test("is reached by the role that works on it, and by the doors that it owns", async ({ database }) => {
    const others = await asOwner<{ name: string }>(
      database.ownerUrl,
      `SELECT r || ' uses ' || n.nspname AS name FROM pg_namespace n,
         unnest(ARRAY['greenroom_app', 'greenroom_door', 'greenroom_audit', 'greenroom_verifier']) r
       WHERE n.nspname = '${QUEUE}' AND has_schema_privilege(r, n.oid, 'USAGE, CREATE')
       UNION SELECT c.relname || ' of ' || c.relowner::regrole FROM pg_class c
       WHERE c.relnamespace = '${QUEUE}'::regnamespace AND c.relowner <> 'greenroom_jobs'::regrole`,
    );
    expect(names(others)).toEqual([]);
    const reached = await asOwner<{ name: string }>(
      database.ownerUrl,
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
         AND has_table_privilege('greenroom_jobs', c.oid, 'SELECT, INSERT, UPDATE, DELETE')`,
    );
    expect(names(reached)).toEqual([]);
  });
});

describe("keys", () => {
  test("put the organisation first in every unique index", async ({ database }) => {
    const indexes = await asOwner<UniqueIndex>(database.ownerUrl, FIRST_COLUMN);
    const tenant = indexes.filter((row) => !GLOBAL_TABLES.includes(row.table) && row.table !== ROOT);
    expect(tenant.filter((row) => row.primary).length).toBeGreaterThan(5);
    const wrong = tenant.filter(
      (row) => row.first !== "organisation_id" && !UNIQUE_EVERYWHERE.includes(row.index),
    );
    expect(wrong).toEqual([]);
  });

  test("carry the organisation in every reference between tables of an organisation", async ({
    database,
  }) => {
    const keys = await asOwner<ForeignKey>(
      database.ownerUrl,
      `SELECT k.conname AS name, f.relname AS "from", t.relname AS "to",
         ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u (n, i)
               JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY u.i) AS columns,
         ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u (n, i)
               JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n ORDER BY u.i) AS referred
       FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
       WHERE k.contype = 'f'`,
    );
    expect(keys.length).toBeGreaterThan(5);
    const wrong = keys
      .filter((key) => !GLOBAL_TABLES.includes(key.to))
      .filter((key) => key.columns[0] !== "organisation_id")
      .concat(
        keys.filter(
          (key) =>
            key.to !== ROOT && !GLOBAL_TABLES.includes(key.to) && key.referred[0] !== "organisation_id",
        ),
      );
    expect(wrong).toEqual([]);
  });

  test("are backed by an index wherever rows refer to others (members apart, who are never removed)", async ({
    database,
  }) => {
    const bare = await asOwner<{ name: string }>(
      database.ownerUrl,
      `SELECT k.conname AS name FROM pg_constraint k
       WHERE k.contype = 'f' AND k.confrelid <> 'membership'::regclass AND NOT EXISTS (
         SELECT FROM pg_index i WHERE i.indrelid = k.conrelid
           AND (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
    );
    expect(names(bare)).toEqual([]);
  });
});

describe("functions and views", () => {
  test("that run with their owner's rights name their search path, and are closed to strangers", async ({
    database,
  }) => {
    const doors = await asOwner<{ name: string; pinned: boolean; open: boolean; owner: string }>(
      database.ownerUrl,
      `SELECT p.oid::regprocedure::text AS name,
         EXISTS (SELECT FROM unnest(p.proconfig) s WHERE s LIKE 'search_path=%') AS pinned,
         has_function_privilege('public', p.oid, 'EXECUTE') AND p.prorettype <> 'trigger'::regtype AS open,
         pg_get_userbyid(p.proowner) AS owner
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(doors.length).toBeGreaterThan(8);
    expect(names(doors.filter((door) => !door.pinned))).toEqual([]);
    expect(names(doors.filter((door) => door.open))).toEqual([]);
    expect([...new Set(doors.map((door) => door.owner))].sort()).toEqual([
      "greenroom_audit",
      "greenroom_door",
      "greenroom_jobs",
    ]);
  });

  test("include no view that would read with its owner's rights", async ({ database }) => {
    const views = await asOwner<{ name: string }>(
      database.ownerUrl,
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('public', 'app') AND (c.relkind = 'm'
         OR c.relkind = 'v' AND NOT coalesce(c.reloptions, '{}') && ARRAY['security_invoker=true'])`,
    );
    expect(names(views)).toEqual([]);
  });
});

describe("the roles", () => {
  test("cannot sign in, own nothing that matters and cannot pass row-level security", async ({
    database,
  }) => {
    const roles = await asOwner<{ name: string; ok: boolean }>(
      database.ownerUrl,
      `SELECT rolname AS name, NOT (rolcanlogin OR rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb) AS ok
       FROM pg_roles WHERE rolname IN ('greenroom_app', 'greenroom_door', 'greenroom_audit', 'greenroom_verifier',
         'greenroom_jobs')`,
    );
    expect(roles.filter((role) => role.ok)).toHaveLength(5);
  });

  test("cannot make tables or functions", async ({ database }) => {
    const rights = await asOwner<{ name: string; may: boolean }>(
      database.ownerUrl,
      `SELECT r || ' in ' || s AS name, has_schema_privilege(r, s, 'CREATE') AS may
       FROM unnest(ARRAY['greenroom_app', 'greenroom_door', 'greenroom_audit', 'greenroom_verifier', 'greenroom_jobs']) r,
         unnest(ARRAY['public', 'app']) s`,
    );
    expect(names(rights.filter((right) => right.may))).toEqual([]);
  });

  test("leave the application no right to passwords, logins or the chain's own columns", async ({
    database,
  }) => {
    const [rights] = await asOwner(
      database.ownerUrl,
      `SELECT has_column_privilege('greenroom_app', 'user_account', 'password_hash', 'SELECT') AS passwords,
         has_table_privilege('greenroom_app', 'login_session', 'SELECT, INSERT, UPDATE, DELETE') AS logins,
         has_table_privilege('greenroom_app', 'audit_event', 'UPDATE, DELETE, TRUNCATE') AS events,
         has_table_privilege('greenroom_app', 'audit_head', 'INSERT, UPDATE, DELETE, TRUNCATE') AS head,
         has_column_privilege('greenroom_app', 'audit_event', 'hash', 'INSERT') AS hash`,
    );
    expect(rights).toEqual({ passwords: false, logins: false, events: false, head: false, hash: false });
  });

  test("let the application change or remove only what this list names; all else it can only add to", async ({
    database,
  }) => {
    const rights = await asOwner<{ name: string }>(
      database.ownerUrl,
      `SELECT CASE WHEN has_table_privilege('greenroom_app', c.oid, 'UPDATE') THEN c.relname || ' change'
                ELSE c.relname || '.' || a.attname || ' change' END AS name
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
         AND has_column_privilege('greenroom_app', c.oid, a.attnum, 'UPDATE')
       UNION SELECT relname || ' remove' FROM pg_class
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
         AND has_table_privilege('greenroom_app', oid, 'DELETE, TRUNCATE')`,
    );
    expect(names(rights).sort()).toEqual([
      "acceptance.ended_at change",
      "adult change",
      "approved_account change",
      "consent_contact change",
      "consent_contact remove",
      "consent_request.check_word change",
      "consent_request.ended_at change",
      "consent_request.ended_why change",
      "consent_request.name_accepted change",
      "consent_request.nudged_at change",
      "consent_request.nudged_how change",
      "consent_request.opened_at change",
      "consent_request.proposed_name change",
      "consent_request.wrong_tries change",
      "contact_route change",
      "invitation.confirmed_at change",
      "invitation.confirmed_by change",
      "invitation.ended_at change",
      "mail.attempt_began_at change",
      "mail.attempts change",
      "mail.failure change",
      "mail.sent_at change",
      "membership change",
      "membership_role remove",
      "notice.read_at change",
      "organisation change",
      "participant change",
      "platform_mode change",
      "removal_task.done_at change",
      "removal_task.done_by change",
      "session change",
      "session_adult change",
      "session_adult remove",
      "session_platform change",
      "session_platform remove",
      "sign_in_provider change",
      "sign_in_provider remove",
      "sign_in_try change",
      "sign_in_try remove",
      "sign_off_request.comments change",
      "sign_off_request.returned_at change",
      "sign_off_request.returned_by change",
      "submission.result change",
      "young_person change",
    ]);
  });
});
