import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import Piscina from "piscina";
import type { Compiled, PdfWork } from "./pdf-worker.server";

/** How long the thread and its typefaces are kept for the next PDF. */
const KEPT_MS = 60_000;

/** A PDF takes half a second; one that does not come to an end is given up, and its thread with it. */
const LONGEST_MS = 30_000;

const { resolve } = createRequire(import.meta.url);

let kept: Piscina<PdfWork, Compiled> | null = null;

/**
 * Draws the pages as a tagged PDF/A-3a with `recordJson` attached. The same content gives the same bytes. A letter
 * that none of the typefaces holds is a problem, never a gap on the page. One is drawn after another, in a thread
 * that gives way to the one that answers pages.
 */
export function compilePdf(work: PdfWork): Promise<Compiled> {
  kept ??= openThread();
  return kept
    .run(work, { signal: AbortSignal.timeout(LONGEST_MS) })
    .catch((problem: unknown) => ({ ok: false, problem: String(problem) }));
}

function openThread(): Piscina<PdfWork, Compiled> {
  const thread = new Piscina<PdfWork, Compiled>({
    filename: resolve("#pdf-worker"),
    name: "drawPdf",
    execArgv: ["--import", pathToFileURL(resolve("tsx")).href],
    env: {},
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: KEPT_MS,
    niceIncrement: 10,
  });
  // A thread that cannot start would leave its work waiting, and an error that nobody listens to ends the server.
  return thread.on("error", () => {
    if (kept === thread) kept = null;
    void thread.destroy();
  });
}
