#!/usr/bin/env node
/*
 * Prisma's command line without a download: `npm run prisma -- migrate dev --name add_something`.
 * Prisma fetches a native schema engine at its first use, which many networks refuse; this starts the same command line
 * with the engine beside this file. PRISMA_SCHEMA_ENGINE_BINARY, where it is set, wins.
 */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const commandLine = createRequire(import.meta.url).resolve("prisma/build/index.js");
const engine = fileURLToPath(new URL("./schema-engine.mjs", import.meta.url));
const child = spawn(process.execPath, [commandLine, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: {
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    ...process.env,
  },
});
child.on("exit", (code) => process.exit(code ?? 1));
