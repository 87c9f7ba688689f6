#!/usr/bin/env node
// An executable for PRISMA_SCHEMA_ENGINE_BINARY; the engine itself is TypeScript.
import { register } from "tsx/esm/api";

register();
const { main } = await import("./schema-engine/main.ts");
await main(process.argv.slice(2));
