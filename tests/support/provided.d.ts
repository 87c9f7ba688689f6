import type { DatabaseUrls } from "~/server/embedded-database";

declare module "vitest" {
  interface ProvidedContext {
    /** The migrated database that each test file clones. */
    templateDatabase: { name: string; urls: DatabaseUrls };
  }
}
