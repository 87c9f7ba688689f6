/** The place of the organisation's id in the hashes of the installation's own chain. */
export const INSTALLATION_CHAIN = "00000000-0000-0000-0000-000000000000";

/** One row of a chain, as stored. `micros`: when it was recorded, in microseconds since 1970, by the database's clock. */
export type AuditLink = { seq: bigint; micros: bigint; body: string; prevHash: Uint8Array; hash: Uint8Array };

/** Where a chain ends: the number and the hash of its newest row. */
export type AuditHead = { seq: bigint; hash: Uint8Array };

/** What a chain was known to be at some moment. `hash` in hexadecimal. */
export type KnownRow = { seq: number; hash: string };

/** `seq`: the first row of the chain that is not as it was written. */
export type AuditFault = {
  seq: number;
  /**
   * `missing`: removed. `unlinked`: it does not follow the row before it, because one of them was put in, moved, or
   * changed together with its hash. `altered`: changed. `beyond`: it comes after the newest that the head knows.
   * `shorter`: the chain ends before a row that a checkpoint knows. `rewritten`: whole, but not what a checkpoint knows.
   */
  fault: "missing" | "unlinked" | "altered" | "beyond" | "head" | "shorter" | "rewritten";
};

export type AuditVerdict = {
  /** How many rows were followed without a fault. */
  rows: number;
  fault: AuditFault | null;
  /** The rows that were recorded earlier than the row before them, the first few. */
  backwards: number[];
  /** The hash of the last row that was followed, in hexadecimal; null for none. */
  newest: string | null;
};
