import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests that mutants of the domain are held against: scenarios and unit tests, without the slower properties. */
export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  test: {
    include: ["app/domain/**/*.test.ts", "tests/scenarios/**/*.test.ts"],
    exclude: ["tests/scenarios/committed.test.ts"],
    env: { TZ: "America/St_Johns" },
  },
});
