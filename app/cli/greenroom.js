#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

// The path alias stands in the checkout's tsconfig.json, wherever the command is called from.
process.env.TSX_TSCONFIG_PATH = fileURLToPath(new URL("../../tsconfig.json", import.meta.url));
register();
await import("./main.ts");
