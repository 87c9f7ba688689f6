import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { guardedFetch, Unreachable } from "./guarded-fetch.server";

const running: Server[] = [];
let connections = 0;

afterEach(() => {
  for (const server of running.splice(0)) server.close().closeAllConnections();
  connections = 0;
});

/** A server on this machine, by its port. */
async function serve(answer: Parameters<typeof createServer>[1]): Promise<number> {
  const server = createServer(answer ?? (() => undefined));
  server.on("connection", () => (connections += 1));
  running.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return (server.address() as AddressInfo).port;
}

const inside = [
  "https://127.0.0.1",
  "https://2130706433",
  "https://[::1]",
  "https://[::ffff:127.0.0.1]",
  "https://[::ffff:10.1.2.3]",
  "https://10.1.2.3",
  "https://172.16.0.1",
  "https://192.168.1.1",
  "https://169.254.169.254",
  "https://100.64.0.1",
  "https://0.0.0.0",
  "https://[fe80::1]",
  "https://[fd12::1]",
  "https://[64:ff9b::7f00:1]",
  "https://localhost",
];

test.each(inside)("%s is not asked", async (address) => {
  const port = await serve((_request, response) => response.end());
  await expect(guardedFetch({ loopback: false })(`${address}:${port}/`)).rejects.toThrow(Unreachable);
  expect(connections).toBe(0);
});

test.each(["http://example.org", "http://127.0.0.1:1", "ftp://example.org", "file:///etc/passwd"])(
  "%s is not asked without TLS",
  async (address) => {
    await expect(guardedFetch({ loopback: false })(address)).rejects.toThrow("not an address to ask");
  },
);

test("this machine may be asked where it is said so, and no further one", async () => {
  const ask = guardedFetch({ loopback: true });
  const port = await serve((request, response) => {
    response.setHeader("Content-Type", "text/plain").end(`${request.method} ${request.url}`);
  });
  const answer = await ask(`http://127.0.0.1:${port}/there`);
  expect(await answer.text()).toBe("GET /there");
  await expect(ask("https://10.1.2.3/")).rejects.toThrow("not an address to ask");
});

test("a redirect is not followed", async () => {
  const target = await serve((_request, response) => response.end("secret"));
  const port = await serve((_request, response) =>
    response.writeHead(302, { location: `http://127.0.0.1:${target}/` }).end(),
  );
  const answer = await guardedFetch({ loopback: true })(`http://127.0.0.1:${port}/`);
  expect(answer.status).toBe(302);
  expect(connections).toBe(1);
});

test("an endless answer is cut, and a broken one is no answer", async () => {
  const long = await serve((_request, response) => response.end("x".repeat(600_000)));
  const broken = await serve((request) => request.socket.destroy());
  const ask = guardedFetch({ loopback: true });
  await expect(ask(`http://127.0.0.1:${long}/`)).rejects.toThrow(Unreachable);
  await expect(ask(`http://127.0.0.1:${broken}/`)).rejects.toThrow(Unreachable);
});
