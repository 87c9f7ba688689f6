import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Where the tests stand, those beside the code first: they are the quickest. Properties take too long for each mutant. */
const FOLDERS = [
  { folder: "app/domain", ending: ".test.ts" },
  { folder: "tests/unit", ending: "-domain.test.ts" },
  { folder: "tests/scenarios", ending: ".test.ts" },
];
/** Compares what is committed with what the factories build; the other scenario tests read what is committed. */
const NOT_HELD = "tests/scenarios/committed.test.ts";
/** Large packages that hold no state of ours: to load them again for each mutant would take longer than its tests. */
const LOADED_ONCE = ["fast-check", "temporal-polyfill", "zod"];
const TEST_API = "tests/mutation/test-api.ts";

function testFiles() {
  return FOLDERS.flatMap(({ folder, ending }) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name}`)
      .filter((name) => name.endsWith(ending) && name !== NOT_HELD)
      .sort(),
  );
}

/** @type {import("esbuild").Plugin} */
const ownAddress = {
  name: "own-address",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll(
        "import.meta.url",
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: "ts",
    }));
  },
};

/**
 * The domain and its tests as one script, whose value is a function that loads them afresh and lists
 * the tests of the files that are held.
 */
export async function bundleTests() {
  const loads = testFiles().map((file) => `${JSON.stringify(file)}: () => require("./${file}"),`);
  const entry = `require("./${TEST_API}").listTests({ ${loads.join("\n")} }, tests, isHeld);`;
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: LOADED_ONCE,
    alias: { "~": resolve("app"), vitest: resolve(TEST_API) },
    plugins: [ownAddress],
    logLevel: "error",
  });
  return `(function (tests, require, isHeld) {${outputFiles[0]?.text ?? ""}\n})`;
}
