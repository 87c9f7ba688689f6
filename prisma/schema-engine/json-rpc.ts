import type { Readable, Writable } from "node:stream";
import { createInterface } from "node:readline";
import type { Engine } from "./wasm-engine.ts";

type Request = { id: number; method?: string; params?: unknown };
type EngineError = { message?: unknown; code?: unknown; meta?: unknown };

/** The code that Prisma's command line expects for "the engine understood the request and it failed". */
const REQUEST_FAILED = 4466;

function failure(error: unknown): object {
  const { message, code, meta }: EngineError = typeof error === "object" && error !== null ? error : {};
  const text = String(message ?? error);
  const errorCode = /^P\d/.test(String(code)) ? code : null;
  return {
    code: REQUEST_FAILED,
    message: text,
    data: { is_panic: false, message: text, meta: meta ?? null, error_code: errorCode },
  };
}

/**
 * Serves the engine as JSON-RPC 2.0, one object a line, until the input ends. Every request that was read is
 * answered before it resolves.
 */
export async function serve(input: Readable, output: Writable, engine: () => Promise<Engine>): Promise<void> {
  const send = (message: object) => output.write(JSON.stringify({ jsonrpc: "2.0", ...message }) + "\n");

  async function answer({ id, method, params }: Request & { method: string }): Promise<void> {
    try {
      const result = await (await engine()).call(method, params);
      // The command line prints a diff only where the engine asks it to, in a request of its own.
      if (
        method === "diff" &&
        typeof result === "object" &&
        result !== null &&
        "stdout" in result &&
        result.stdout
      )
        send({ id: 9000 + id, method: "print", params: { content: result.stdout } });
      send({ id, result: result ?? {} });
    } catch (error) {
      send({ id, error: failure(error) });
    }
  }

  const inFlight = new Set<Promise<void>>();
  for await (const line of createInterface({ input })) {
    if (!line.trim()) continue;
    const request: Request = JSON.parse(line);
    if (!request.method) continue; // the command line's answer to "print"
    const answered = answer({ ...request, method: request.method });
    inFlight.add(answered);
    void answered.finally(() => inFlight.delete(answered));
  }
  await Promise.all(inFlight);
}
