import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { readArguments } from "./arguments.ts";
import { serve } from "./json-rpc.ts";
import { connectionParts, MigrationAdapter } from "./postgres-adapter.ts";
import { engineVersion, startEngine, type Engine } from "./wasm-engine.ts";

const PRISMA_CODE: Record<string, string> = { "3D000": "P1003", "28P01": "P1000" };

/** Pools on a shadow database see it dropped under them (57P01); anything else unforeseen ends the engine with 1. */
function endOnTheUnforeseen(): void {
  process.on("uncaughtException", (error: Error & { code?: string }) => {
    if (error.code === "57P01") return;
    console.error(error.message);
    process.exit(1);
  });
}

/** A line as the native engine writes it; the command line looks for this very target. */
function log(level: "INFO" | "ERROR", fields: object): void {
  const target = "schema_engine::logger";
  console.error(JSON.stringify({ level, fields, target, timestamp: new Date().toISOString() }));
}

async function canConnect(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return 0;
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    // An address that has several numbers fails with one error for each, and no words of its own.
    const words = message || `Can't reach the database server: ${code ?? "no reason was given"}`;
    const errorCode = PRISMA_CODE[code ?? ""] ?? "P1001";
    log("INFO", { message: "Trying to connect" }); // the command line drops the first line
    log("ERROR", { message: words, error_code: errorCode, is_panic: false, meta: {} });
    return 1;
  }
}

/**
 * Stands in for the engine that Prisma's command line would download. Leaves 1 whenever a request stays unanswered:
 * with any other code the command line reports success without having done a thing.
 */
export async function main(argv: string[]): Promise<void> {
  const { command, url, datamodels } = readArguments(argv);
  if (command === "version") {
    console.log(`schema-engine-cli ${await engineVersion()}`);
    return;
  }
  if (command === "can-connect-to-database") process.exit(await canConnect(url));

  endOnTheUnforeseen();
  process.exitCode = 1;
  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(url ? connectionParts(url) : {}));
  let engine: Promise<Engine> | undefined;
  await serve(process.stdin, process.stdout, () => (engine ??= startEngine(datamodels, adapter)));
  process.exit(0);
}
