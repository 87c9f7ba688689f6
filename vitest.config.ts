import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  test: {
    setupFiles: ["tests/support/unexpected-output.ts"],
    restoreMocks: true,
    allowOnly: false,
    // One core is not kept free for watching: nobody waits at the keyboard.
    maxWorkers: "100%",
    // Each file finds the modules of the one before it: nothing of ours is kept in them but what a fixture gives back.
    isolate: false,
    env: { TZ: "America/St_Johns" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Properties try hundreds of cases: seconds on a busy machine, and no promise about time.
          testTimeout: 30_000,
          include: [
            "app/**/*.test.{ts,tsx}",
            "tests/unit/**/*.test.ts",
            "tests/scenarios/**/*.test.ts",
            "tests/audit/**/*.test.ts",
            "prisma/**/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["tests/db/**/*.test.ts", "tests/routes/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/template-database.ts"],
          hookTimeout: 60_000,
          testTimeout: 20_000,
        },
      },
    ],
  },
});
