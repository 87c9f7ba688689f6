import { request } from "node:http";
import { createServer, type Server } from "node:https";
import { generate } from "selfsigned";
import { freePort } from "./free-port";
import { startApplication, type RunningApplication } from "./running-application";

/** A name that browsers of the tests look for on this machine (`playwright.config.ts`). */
const NAME = "greenroom.example";

export type BehindTls = { origin: string; application: RunningApplication; stop: () => Promise<void> };

/** The application behind a proxy that speaks https for it, as a browser meets it where it is in use. */
export async function startBehindTlsProxy(settings: Record<string, string>): Promise<BehindTls> {
  const [outside, inside] = [await freePort(), await freePort()];
  const origin = `https://${NAME}:${outside}`;
  const application = await startApplication({ ...settings, APP_ORIGIN: origin, PORT: String(inside) });
  const proxy = await listen(outside, inside);
  return {
    origin,
    application,
    stop: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
      await application.stop();
    },
  };
}

async function listen(outside: number, inside: number): Promise<Server> {
  const { private: key, cert } = await generate([{ name: "commonName", value: NAME }]);
  const proxy = createServer({ key, cert }, (asked, answer) => {
    const { method, url: path, headers } = asked;
    const passed = request({ host: "127.0.0.1", port: inside, method, path, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  return new Promise((resolve) => proxy.listen(outside, "127.0.0.1", () => resolve(proxy)));
}
