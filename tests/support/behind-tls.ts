import { createServer } from "node:net";
import type { DatabaseUrls } from "~/server/embedded-database";
import { startApplication } from "./running-application";
import { SECRET } from "./served";

export const HTTPS = "https://greenroom.example";

/** Where nothing listens yet: behind a proxy the address that is printed is not the one to ask. */
function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    }),
  );
}

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
  return { at: `http://127.0.0.1:${port}`, stop: () => behindTls.stop() };
}
