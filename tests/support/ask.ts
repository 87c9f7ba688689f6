import { Agent, request } from "node:http";

export type Asked = {
  method: string;
  path: string;
  headers?: Record<string, string>;
  /** Sent as it is, with its length said beforehand, or in pieces where the headers ask for that. */
  body?: string | Uint8Array;
  /** The connections to ask through; those that all share, where none are given. */
  agent?: Agent;
};

export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};

const shared = new Agent({ keepAlive: true, maxSockets: 8 });

/** One request exactly as described, with nothing added and no redirect followed, as no browser would let a page send it. */
export function ask(
  origin: string,
  { method, path, headers = {}, body, agent = shared }: Asked,
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const length =
    body === undefined || headers["transfer-encoding"] || headers["content-length"]
      ? {}
      : { "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const asking = request(
      { hostname, port, method, path, agent, headers: { ...headers, ...length } },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on("data", (piece: Buffer) => pieces.push(piece));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(pieces).toString("utf8"),
          }),
        );
      },
    );
    // The server may have closed a connection that was kept at the very moment it was used again.
    asking.on("error", (error) =>
      asking.reusedSocket && "code" in error && error.code === "ECONNRESET"
        ? ask(origin, { method, path, headers, agent, ...(body !== undefined && { body }) }).then(
            resolve,
            reject,
          )
        : reject(error),
    );
    asking.end(body);
  });
}

const MOST_TRIES = 5;

/** The same, asked again where the server has too much to do just now: it has not begun, and says so with 503. */
export async function askPatiently(origin: string, asked: Asked): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await ask(origin, asked);
    if (answer.status !== 503 || tries === MOST_TRIES) return answer;
  }
}

/** What a browser sends with a form of ours. */
export function formHeaders(origin: string): Record<string, string> {
  return { origin, "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" };
}

export function header({ headers }: Pick<Answer, "headers">, name: string): string {
  const value = headers[name];
  return Array.isArray(value) ? value.join("; ") : (value ?? "");
}
