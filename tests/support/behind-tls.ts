import type { DatabaseUrls } from "~/server/embedded-database";
import { freePort } from "./free-port";
import { startApplication } from "./running-application";
import { SECRET } from "./served";

export const HTTPS = "https://greenroom.example";

/** The application as it stands behind a proxy that speaks https for it. Ask it at `at`. */
export async function startBehindTls(
  { applicationUrl, ownerUrl }: DatabaseUrls,
  settings: Record<string, string> = {},
) {
  const port = await freePort();
  const behindTls = await startApplication({
    DATABASE_URL: applicationUrl,
    MIGRATION_DATABASE_URL: ownerUrl,
    SESSION_SECRET: SECRET,
    APP_ORIGIN: HTTPS,
    PORT: String(port),
    ...settings,
  });
  return {
    at: `http://127.0.0.1:${port}`,
    /** Everything it has printed so far. */
    output: () => behindTls.output(),
    stop: () => behindTls.stop(),
  };
}
