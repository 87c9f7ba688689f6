import { expect } from "vitest";
import { newId } from "~/data/new-id.server";
import { joinByCode } from "../factories/newcomer";
import { PASSWORD } from "../factories/organisation";
import { ask, formHeaders, header, type Answer } from "../support/ask";
import { HTTPS, startBehindTls } from "../support/behind-tls";
import { asOwner } from "../support/owner";
import { test as served } from "../support/served";
import { twoCharities, type TwoCharities } from "../support/two-charities";

const test = served.extend<{ charities: TwoCharities }>({
  charities: [async ({ connection: _ }, use) => use(await twoCharities()), { scope: "file" }],
});

const POLICY =
  "default-src 'none';script-src 'self' 'strict-dynamic' 'nonce-…';style-src 'self';img-src 'self' data:;" +
  "font-src 'self';connect-src 'self';manifest-src 'self';form-action 'self';base-uri 'none';object-src 'none';" +
  "frame-ancestors 'none'";

const EVERYWHERE = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
  "cache-control": "no-store",
  "strict-transport-security": "",
};

/** The headers that keep an answer safe, with its nonce left out. */
function guards(answer: Answer): Record<string, string> {
  return Object.fromEntries(
    Object.keys(EVERYWHERE).map((name) => [name, header(answer, name).replace(/'nonce-[^']+'/, "'nonce-…'")]),
  );
}

test(
  "control 13, ASVS 3.4: every kind of answer carries the same headers",
  { timeout: 300_000 },
  async ({ served: { origin }, charities }) => {
    const cookie = `greenroom=${charities.logins.planner ?? ""}`;
    const { sessionId } = charities.ids.own;
    const get = (path: string, headers: Record<string, string> = {}) =>
      ask(origin, { method: "GET", path, headers });
    const send = (path: string, body: string, headers: Record<string, string> = {}) =>
      ask(origin, { method: "POST", path, body, headers: { cookie, ...formHeaders(origin), ...headers } });
    const answers: Record<string, [number, Answer]> = {
      "a page": [200, await get("/sessions", { cookie })],
      "the data of a page": [200, await get("/sessions.data", { cookie })],
      "a page for anybody": [200, await get("/sign-in")],
      "a redirect": [302, await get("/sessions")],
      "nothing there": [404, await get(`/sessions/${newId()}`, { cookie })],
      "no such address": [404, await get("/nowhere")],
      "not allowed": [403, await get("/settings/users", { cookie })],
      "a form refused": [
        422,
        await send(`/sessions/${sessionId}/details`, `submissionId=${newId()}&version=1`),
      ],
      "a body that is no form": [
        415,
        await send("/sessions/new", "{}", { "content-type": "application/json" }),
      ],
      "a body too long": [413, await send("/sessions/new", "x".repeat(600 * 1024))],
      "from another site": [403, await send("/sessions/new", "", { "sec-fetch-site": "cross-site" })],
      "another method": [405, await ask(origin, { method: "DELETE", path: "/" })],
      "a broken address": [400, await get("/%E0%A4%A")],
      "a file": [
        200,
        await send(`/sessions/${sessionId}/export/file`, `submissionId=${newId()}&format=requirements_csv`),
      ],
      alive: [200, await get("/healthz")],
      ready: [200, await get("/readyz")],
    };
    for (const [kind, [status, answer]] of Object.entries(answers)) {
      expect([kind, answer.status]).toEqual([kind, status]);
      expect(guards(answer), kind).toEqual(EVERYWHERE);
      expect(answer.headers, kind).not.toHaveProperty("x-powered-by");
      expect(header(answer, "x-request-id"), kind).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(header(answers["a file"]?.[1] ?? { headers: {} }, "content-disposition")).toMatch(
      /^attachment; filename="[\w.-]+"$/,
    );
  },
);

test(
  "control 18: a failure is answered with the same headers, a reference and not a word about itself",
  { timeout: 60_000 },
  async ({ served, charities, database }) => {
    const cookie = `greenroom=${charities.logins.planner ?? ""}`;
    await asOwner(database.ownerUrl, "ALTER TABLE session RENAME TO hidden_for_a_moment");
    const failed = await ask(served.origin, { method: "GET", path: "/sessions", headers: { cookie } });
    await asOwner(database.ownerUrl, "ALTER TABLE hidden_for_a_moment RENAME TO session");
    expect(failed.status).toBe(500);
    expect(guards(failed)).toEqual(EVERYWHERE);
    expect(failed.body).toContain(header(failed, "x-request-id"));
    expect(failed.body).not.toMatch(/prisma|relation|hidden_for|at \w+ \(|node_modules|\.tsx?\b/i);
  },
);

/** The cookies of signing in and out again, by name, each with its attributes alone. */
async function cookiesOf(at: string, origin: string, { email }: { email: string }) {
  const send = (path: string, body: string, cookie = "") =>
    ask(at, { method: "POST", path, body, headers: { ...formHeaders(origin), cookie } });
  const words = new URLSearchParams({ submissionId: newId(), email, password: PASSWORD });
  const signedIn = await send("/sign-in", words.toString());
  const [login = ""] = header(signedIn, "set-cookie").split(";");
  const page = await ask(at, { method: "GET", path: "/sessions", headers: { cookie: login } });
  expect([signedIn.status, page.status]).toEqual([303, 200]);
  const signedOut = await send("/sign-out", `submissionId=${newId()}`, login);
  const given = [signedIn, signedOut].flatMap(({ headers }) => headers["set-cookie"] ?? []);
  return given.map((cookie) => cookie.replace(/=[^;]*/, ""));
}

test(
  "control 9: cookies are Secure and kept to this very host over https, and work at http://localhost",
  { timeout: 60_000 },
  async ({ served: { origin }, charities, database }) => {
    const email = "sam.birch@lanternmoor.example";
    await joinByCode(charities.actors.administrator, {
      name: "Sam Birch",
      email,
      roles: ["planner"],
      password: PASSWORD,
    });
    const behindTls = await startBehindTls(database);
    const over = await cookiesOf(behindTls.at, HTTPS, { email });
    const refused = await ask(behindTls.at, {
      method: "GET",
      path: "/sessions",
      headers: { cookie: `greenroom=${charities.logins.planner ?? ""}` },
    });
    await behindTls.stop();
    const attributes = "; Path=/; HttpOnly; SameSite=Lax";
    expect(over).toEqual([
      `__Host-greenroom${attributes}; Secure`,
      `__Host-greenroom${attributes}; Secure; Max-Age=0`,
      `__Host-greenroom-notice${attributes}; Max-Age=60; Secure`,
    ]);
    expect(refused.status).toBe(302);
    expect(await cookiesOf(origin, origin, { email })).toEqual([
      `greenroom${attributes}`,
      `greenroom${attributes}; Max-Age=0`,
      `greenroom-notice${attributes}; Max-Age=60`,
    ]);
  },
);

test(
  "over https alone, browsers are told to stay with https",
  { timeout: 60_000 },
  async ({ served: _, database }) => {
    const behindTls = await startBehindTls(database);
    const answer = await ask(behindTls.at, { method: "GET", path: "/sign-in" });
    await behindTls.stop();
    expect(guards(answer)).toEqual({
      ...EVERYWHERE,
      "strict-transport-security": "max-age=63072000; includeSubDomains",
    });
  },
);
