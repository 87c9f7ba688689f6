import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { families, readFonts } from "./fonts.server";
import type { PageContent } from "./page-content";
import { plainText } from "./plain-text";
import { template } from "./template";

export type PdfWork = { content: PageContent; recordJson: string };
export type Compiled = { ok: true; bytes: Uint8Array } | { ok: false; problem: string };

let kept: NodeCompiler | null = null;

/** Runs in a thread of its own, where `compilePdf` sends the work. */
export function drawPdf({ content, recordJson }: PdfWork): Compiled {
  try {
    kept ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: readFonts() }] });
    const made = kept.compile({
      mainFileContent: template,
      inputs: {
        content: JSON.stringify(plainly(content)),
        record: recordJson,
        fonts: JSON.stringify(families),
      },
    });
    if (!made.result) return { ok: false, problem: detail(kept, made.takeError()) };
    return { ok: true, bytes: new Uint8Array(kept.pdf(made.result, { pdfStandard: "a-3a" })) };
  } catch (problem) {
    return { ok: false, problem: problem instanceof Error ? problem.message : String(problem) };
  } finally {
    // What was typed into a record does not stay behind in the compiler's memory.
    kept?.evictCache(0);
  }
}

function detail(
  compiler: NodeCompiler,
  error: Parameters<NodeCompiler["fetchDiagnostics"]>[0] | null,
): string {
  return error ? JSON.stringify(compiler.fetchDiagnostics(error)) : "unknown";
}

function plainly(value: PageContent): unknown {
  return JSON.parse(JSON.stringify(value), (_key, item: unknown) =>
    typeof item === "string" ? plainText(item) : item,
  );
}
