import pg from "pg";

const GUARDS = {
  audit_event: ["link", "keep", "keep_all"],
  audit_head: ["keep", "keep_all"],
  installation_audit_event: ["link", "keep", "keep_all"],
  installation_audit_head: ["keep", "keep_all"],
};

/** Does what only the owner of the tables can: switches the guards off, changes rows, and switches the guards on again. */
export async function tamper(ownerUrl: string, organisationId: string, statements: readonly string[]) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    for (const table of Object.keys(GUARDS))
      await client.query(
        `ALTER TABLE ${table} DISABLE TRIGGER USER; ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`,
      );
    for (const statement of statements)
      await client.query(statement.replaceAll("$ORGANISATION", `'${organisationId}'`));
    for (const [table, triggers] of Object.entries(GUARDS)) {
      await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      for (const trigger of triggers)
        await client.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_${trigger}`);
    }
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

const OF = "WHERE organisation_id = $ORGANISATION AND seq";
const ALTER = `UPDATE audit_event SET body = replace(body, 'field7', 'field8') ${OF} = 8`;
const MEND_HEAD = `UPDATE audit_head h SET seq = e.seq, hash = e.hash
  FROM (SELECT seq, hash FROM audit_event WHERE organisation_id = $ORGANISATION ORDER BY seq DESC LIMIT 1) e
  WHERE h.organisation_id = $ORGANISATION`;
/** Every number, link and hash made anew from what the rows say now, and the head. */
const REWRITE = `
  DO $$
  DECLARE
    link record;
    last bytea := decode(repeat('00', 32), 'hex');
  BEGIN
    FOR link IN SELECT * FROM audit_event WHERE organisation_id = $ORGANISATION ORDER BY seq LOOP
      UPDATE audit_event SET prev_hash = last,
        hash = app.audit_hash(last, link.organisation_id, link.seq, link.recorded_at, link.body)
        WHERE organisation_id = link.organisation_id AND seq = link.seq RETURNING hash INTO last;
    END LOOP;
  END $$`;

/** What somebody with the whole database in hand may do to a chain of twelve events, and where it shows. */
export const tamperings = {
  "an altered body": { statements: [ALTER], found: { seq: 8, fault: "altered" } },
  "an altered time": {
    statements: [`UPDATE audit_event SET recorded_at = recorded_at - interval '1 microsecond' ${OF} = 5`],
    found: { seq: 5, fault: "altered" },
  },
  "a removed event": {
    statements: [`DELETE FROM audit_event ${OF} = 6`],
    found: { seq: 6, fault: "missing" },
  },
  "a removed beginning": {
    statements: [`DELETE FROM audit_event ${OF} <= 2`],
    found: { seq: 1, fault: "missing" },
  },
  "the last three removed": {
    statements: [`DELETE FROM audit_event ${OF} > 9`],
    found: { seq: 10, fault: "missing" },
  },
  "a whole chain removed": {
    statements: [`DELETE FROM audit_event ${OF} > 0`],
    found: { seq: 1, fault: "missing" },
  },
  "an altered event with its own hash mended": {
    statements: [
      ALTER,
      `UPDATE audit_event SET hash = app.audit_hash(prev_hash, organisation_id, seq, recorded_at, body) ${OF} = 8`,
    ],
    found: { seq: 9, fault: "unlinked" },
  },
  "two events that changed places": {
    statements: [
      `UPDATE audit_event SET seq = -seq ${OF} IN (6, 7)`,
      `UPDATE audit_event SET seq = 13 + seq ${OF} < 0`,
    ],
    found: { seq: 6, fault: "unlinked" },
  },
  "an event put between": {
    statements: [
      `UPDATE audit_event SET seq = -seq ${OF} >= 6`,
      `UPDATE audit_event SET seq = 1 - seq ${OF} < 0`,
      `INSERT INTO audit_event (organisation_id, seq, recorded_at, body, prev_hash, hash)
       SELECT organisation_id, 6, recorded_at, body, prev_hash, hash FROM audit_event ${OF} = 5`,
    ],
    found: { seq: 6, fault: "unlinked" },
  },
  "an event put at the end": {
    statements: [
      `INSERT INTO audit_event (organisation_id, seq, recorded_at, body, prev_hash, hash)
       SELECT organisation_id, 13, recorded_at, body, hash,
         app.audit_hash(hash, organisation_id, 13, recorded_at, body) FROM audit_event ${OF} = 12`,
    ],
    found: { seq: 13, fault: "beyond" },
  },
  "another head": {
    statements: [`UPDATE audit_head SET hash = sha256('another') ${OF} = 12`],
    found: { seq: 12, fault: "head" },
  },
} as const;

/** What no chain shows by itself, and where a checkpoint of all twelve events shows it. */
export const thoroughTamperings = {
  "the last three removed, and the head mended": {
    statements: [`DELETE FROM audit_event ${OF} > 9`, MEND_HEAD],
    found: { seq: 10, fault: "shorter" },
  },
  "one altered and the whole chain rewritten": {
    statements: [ALTER, REWRITE, MEND_HEAD],
    found: { seq: 12, fault: "rewritten" },
  },
  "the whole chain rewritten one event shorter": {
    statements: [
      `DELETE FROM audit_event ${OF} = 6`,
      `UPDATE audit_event SET seq = -seq ${OF} > 6`,
      `UPDATE audit_event SET seq = -seq - 1 ${OF} < 0`,
      REWRITE,
      MEND_HEAD,
    ],
    found: { seq: 12, fault: "shorter" },
  },
} as const;
