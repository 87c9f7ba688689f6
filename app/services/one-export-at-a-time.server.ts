import type { Actor } from "~/domain/actor";
import type { Outcome, Refusal } from "~/domain/refusal";

export type ExportKind = "session_record" | "audit_trail";

/** Seconds after which it is worth asking again: a PDF takes less than one, ten thousand events a few. */
const RETRY_AFTER_SECONDS = 5;

/** What whoever asks meanwhile is told. */
export const exportRunning: Refusal = {
  code: "export_running",
  message: "Greenroom is making another file for your organisation. Wait a few seconds, then try again.",
  retryAfterSeconds: RETRY_AFTER_SECONDS,
};

const running = new Set<string>();

/**
 * Runs `work` unless this process makes a file of this kind for the same organisation already: making one keeps a
 * processor busy, and one organisation does not take it from the others (OWASP ASVS 5.0, 2.4.1 and 13.1.2). Nothing is
 * begun or kept for whoever is told to wait.
 *
 * Refuses `export_running`, with the seconds to wait.
 */
export async function oneExportAtATime<T>(
  { organisationId }: Actor,
  kind: ExportKind,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const key = `${organisationId} ${kind}`;
  if (running.has(key)) return { ok: false, refusal: exportRunning };
  running.add(key);
  try {
    return await work();
  } finally {
    running.delete(key);
  }
}
