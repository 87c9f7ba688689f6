import { lookup as resolve } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

const TIMEOUT_MS = 5000;
const MOST_BYTES = 512 * 1024;

/** An address that did not answer, or that this server does not ask. */
export class Unreachable extends Error {
  override name = "Unreachable";
}

type Asked = { method?: string; headers?: Record<string, string>; body?: unknown };

/**
 * A `fetch` for addresses that people typed: https to public addresses alone. Where `loopback` is true, this very machine
 * may be asked too, also without TLS. What a name resolves to is judged when the connection is made, so that it cannot
 * change in between. Follows no redirect, waits five seconds, reads half a megabyte.
 *
 * @throws Unreachable
 */
export function guardedFetch({ loopback }: { loopback: boolean }) {
  return async (
    address: string | URL,
    { method = "GET", headers = {}, body }: Asked = {},
  ): Promise<Response> => {
    const url = new URL(address);
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const isLocal = loopback && (host === "localhost" || (isIP(host) !== 0 && rangeOf(host) === "loopback"));
    const plain = url.protocol === "http:";
    if (url.protocol !== "https:" && !(plain && isLocal)) throw new Unreachable("not an address to ask");
    if (isIP(host) && !isAllowed(host, isLocal)) throw new Unreachable("not an address to ask");
    return ask(plain ? http : https, url, {
      method,
      headers,
      body: body instanceof URLSearchParams ? body.toString() : typeof body === "string" ? body : "",
      lookup: lookupAllowed(isLocal),
    });
  };
}

type Request = { method: string; headers: Record<string, string>; body: string; lookup: LookupFunction };

function ask(client: typeof http | typeof https, url: URL, { body, ...options }: Request): Promise<Response> {
  return new Promise((done, failed) => {
    const fail = () => failed(new Unreachable("no answer"));
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const request = client.request(url, { ...options, agent: false, signal }, (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on("data", (part: Buffer) => {
        bytes += part.length;
        if (bytes > MOST_BYTES) answer.destroy(new Error("too long"));
        else parts.push(part);
      });
      answer.on("error", fail);
      answer.on("end", () => {
        const status = answer.statusCode ?? 0;
        const type = answer.headers["content-type"];
        const bodyless = status === 204 || status === 304;
        if (status < 200 || status > 599) fail();
        else
          done(
            new Response(bodyless ? null : Buffer.concat(parts), {
              status,
              headers: type ? { "Content-Type": type } : {},
            }),
          );
      });
    });
    request.on("error", fail);
    request.end(body);
  });
}

function lookupAllowed(isLocal: boolean): LookupFunction {
  return (name, options, done) =>
    resolve(name, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new Unreachable("no such name"), "", 0);
      if (!found.every(({ address }) => isAllowed(address, isLocal)))
        return done(new Unreachable("not an address to ask"), "", 0);
      return options.all ? done(null, found) : done(null, first.address, first.family);
    });
}

function isAllowed(address: string, isLocal: boolean): boolean {
  const range = rangeOf(address);
  return isLocal ? range === "loopback" : range === "unicast";
}

/** An IPv4 address that is written as IPv6 counts as what it is. */
function rangeOf(address: string): string {
  return ipaddr.process(address).range();
}
