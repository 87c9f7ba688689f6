import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** A request's handler by its name in the protocol, e.g. `applyMigrations`. */
export type Engine = { call: (method: string, params: unknown) => Promise<unknown> };

type Bindings = {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  version: () => string;
  SchemaEngine: {
    new: (
      options: { datamodels: [string, string][] },
      log: (line: string) => void,
      adapter: object,
    ) => Promise<Record<string, unknown>>;
  };
};

/** What a panic inside the engine said; WebAssembly itself only reports "unreachable". */
let panic = "";

async function bindings(): Promise<Bindings> {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const script = join(folder, "schema_engine_bg.js");
  const imports = (await import(pathToFileURL(script).href)) as Bindings;
  const bytes = readFileSync(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": imports as unknown as WebAssembly.ModuleImports,
  });
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => (panic = message) },
  });
  imports.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
  return imports;
}

export async function engineVersion(): Promise<string> {
  return (await bindings()).version();
}

export async function startEngine(datamodels: [string, string][], adapter: object): Promise<Engine> {
  const { SchemaEngine } = await bindings();
  const engine = await SchemaEngine.new({ datamodels }, () => {}, adapter);
  return {
    async call(method, params) {
      const name = method === "getDatabaseVersion" ? "version" : method;
      const handler = engine[name];
      if (typeof handler !== "function") throw new Error(`The schema engine has no method ${method}`);
      try {
        return await handler.call(engine, params);
      } catch (error) {
        throw error instanceof WebAssembly.RuntimeError && panic ? new Error(panic) : error;
      }
    },
  };
}
