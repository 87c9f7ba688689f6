import { request } from "node:http";
import { expect } from "@playwright/test";
import { test } from "../support/journey";

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** Sends what no browser would: the path and headers exactly as given. */
function send(
  origin: string,
  options: { method?: string; path?: string; headers?: Record<string, string>; body?: string },
) {
  return new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const sent = request(
      {
        hostname,
        port,
        method: options.method ?? "GET",
        path: options.path ?? "/",
        headers: options.headers,
      },
      (response) => {
        let body = "";
        response.on("data", (chunk: Buffer) => (body += chunk.toString()));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(options.body);
  });
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const OURS = { ...FORM, "sec-fetch-site": "same-origin" };

test("every answer carries the headers: pages, files, refusals, and what does not exist", async ({
  baseURL,
}) => {
  const answers = [
    await send(baseURL!, {}),
    await send(baseURL!, { path: "/favicon.svg" }),
    await send(baseURL!, { path: "/nowhere" }),
    await send(baseURL!, { path: "/healthz" }),
    await send(baseURL!, { method: "PUT" }),
    await send(baseURL!, { path: "/%E0%A4%A" }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([302, 200, 404, 200, 405, 400]);
  for (const { headers } of answers) {
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none';script-src 'self' 'strict-dynamic' 'nonce-/,
    );
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers.etag).toBeUndefined();
  }
});

test("no page is kept in a cache, and each has a nonce of its own", async ({ baseURL }) => {
  const page = { path: "/nowhere" };
  const [first, second] = [await send(baseURL!, page), await send(baseURL!, page)];
  const nonces = [first, second].map(
    (answer) => /'nonce-([^']+)'/.exec(String(answer.headers["content-security-policy"]))?.[1],
  );
  expect(first.headers["cache-control"]).toBe("no-store");
  expect(nonces[0]).not.toBe(nonces[1]);
  expect(first.body).toContain(`nonce="${nonces[0]}"`);
  const asset = /\/assets\/[^"]+\.js/.exec(first.body)?.[0];
  expect((await send(baseURL!, { path: asset })).headers["cache-control"]).toBe(
    "public, max-age=31536000, immutable",
  );
});

test("a write from another site is refused, and one without any sign of where it comes from", async ({
  baseURL,
}) => {
  const post = { method: "POST", body: "name=a" };
  for (const headers of [
    {},
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://elsewhere.example" },
    { origin: "null" },
  ] as Record<string, string>[])
    expect((await send(baseURL!, { ...post, headers: { ...FORM, ...headers } })).status).toBe(403);
});

test("a body is refused by its headers: too long, of unsaid length, of another type", async ({ baseURL }) => {
  const post = { method: "POST" };
  expect(
    (await send(baseURL!, { ...post, headers: { ...OURS, "content-length": "999999999" } })).status,
  ).toBe(413);
  expect(
    (await send(baseURL!, { ...post, headers: { ...OURS, "transfer-encoding": "chunked" }, body: "a=b" }))
      .status,
  ).toBe(411);
  expect(
    (
      await send(baseURL!, {
        ...post,
        headers: { ...OURS, "content-type": "application/json", "content-length": "2" },
        body: "{}",
      })
    ).status,
  ).toBe(415);
});

test("neither Host nor X-Forwarded-Host reaches a page", async ({ baseURL }) => {
  const forged = {
    host: "elsewhere.example",
    "x-forwarded-host": "elsewhere.example",
    "x-forwarded-proto": "https",
  };
  const page = await send(baseURL!, { path: "/nowhere", headers: forged });
  expect(page.status).toBe(404);
  expect(page.body).not.toContain("elsewhere.example");
  const redirect = await send(baseURL!, { headers: forged });
  expect(redirect.headers.location).toMatch(/^\//);
});

test("a page that does not exist is a page, with a way on", async ({ page, check }) => {
  const answer = await page.goto("/nowhere");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await check();
});
