import { setTimeout } from "node:timers/promises";
import { closeConnection } from "~/data/connection.server";
import type { Actor } from "~/domain/actor";
import { paths } from "~/paths";
import { ask, formHeaders } from "../support/ask";
import { loginToken } from "../support/login-token";
import serve from "../support/served-application";
import { openServedDatabase, storeForToday } from "../support/signed-in";

/*
 * How long one organisation waits for its pages alone, and while another one floods the server with pages and exports
 * from as many browsers as NOISY says. Prints both and their ratio; nothing passes or fails.
 */

const ASKED = 100;
const answers = new Map<number, number>();
/** The pause between two pages of the quiet one, which is as a few people who read make it. */
const READING_MS = 100;
const NOISY = Number(process.env.NOISY ?? 30);

const stop = await serve();
const origin = process.env.TESTED_ORIGIN ?? "";
openServedDatabase();
const noisy = await storeForToday("s07");
const quiet = await storeForToday("s07");
const cookieOf = async (actor: Actor) => ({ cookie: `greenroom=${await loginToken(actor)}` });
const quietly = await cookieOf(quiet.amina);
const loudly = await cookieOf(noisy.amina);

await timesOf();
const alone = await timesOf();
console.log(`alone: ${inWords(alone)}`);

let flooding = true;
const flood = Array.from({ length: NOISY }, async (_, browser) => {
  while (flooding) {
    const { status } = await (browser % 5 === 0
      ? exported()
      : fetch(page(noisy.sessionId), { headers: loudly }));
    answers.set(status, (answers.get(status) ?? 0) + 1);
  }
});
const besides = await timesOf();
flooding = false;
await Promise.all(flood);
console.log(`beside a neighbour with ${NOISY} browsers: ${inWords(besides)}`);
console.log(`the neighbour was answered ${[...answers].map(([status, n]) => `${n} × ${status}`).join(", ")}`);
console.log(`p95 ${(at(besides, 0.95) / at(alone, 0.95)).toFixed(1)} times as long`);
await closeConnection();
// What the neighbour was refused is in the server's log as a failure, and is meant to be.
await stop().catch((problem: unknown) => console.log(String(problem).split("\n")[0]));

async function timesOf(): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < ASKED; i++) {
    const began = performance.now();
    const { status } = await ask(origin, {
      method: "GET",
      path: paths.session(quiet.sessionId),
      headers: quietly,
    });
    if (status !== 200) console.log(`The quiet one was answered ${status}`);
    times.push(performance.now() - began);
    await setTimeout(READING_MS);
  }
  return times.sort((a, b) => a - b);
}

function page(sessionId: string): string {
  return origin + paths.session(sessionId);
}

function exported(): Promise<Response> {
  const body = `submissionId=${crypto.randomUUID()}&format=pdf&names=redacted`;
  const headers = { ...loudly, ...formHeaders(origin) };
  return fetch(origin + paths.exportFile(noisy.sessionId), {
    method: "POST",
    headers,
    body,
    redirect: "manual",
  });
}

function at(times: number[], part: number): number {
  return times[Math.ceil(times.length * part) - 1] ?? 0;
}

function inWords(times: number[]): string {
  return `p50 ${at(times, 0.5).toFixed(0)} ms, p95 ${at(times, 0.95).toFixed(0)} ms`;
}
