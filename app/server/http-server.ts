import { randomBytes, randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";

const BUILD = new URL("../../build/server/index.js", import.meta.url).href;

export async function startHttpServer({ host, port }: { host: string; port: number }) {
  const build = (await import(BUILD)) as ServerBuild;
  const app = express();
  app.disable("x-powered-by");
  app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  app.use(express.static("build/client"));
  app.all(
    "*",
    createRequestHandler({
      build,
      getLoadContext: () => ({ nonce: randomBytes(16).toString("base64"), requestId: randomUUID() }),
    }),
  );
  return new Promise<{ url: string }>((resolve) => {
    const server = app.listen(port, host, () =>
      resolve({ url: `http://${host}:${(server.address() as AddressInfo).port}` }),
    );
  });
}
