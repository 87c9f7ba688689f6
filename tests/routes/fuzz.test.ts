import fc from "fast-check";
import { expect } from "vitest";
import { newId } from "~/data/new-id.server";
import { askPatiently as ask, formHeaders, type Answer, type Asked } from "../support/ask";
import { fuzzSeconds, fuzzSeed } from "../support/fuzz-settings";
import { inTurn } from "../support/in-turn";
import { manifestRoutes, type ManifestRoute } from "../support/manifest";
import { encoded, nastyName, nastyText } from "../support/nasty";
import { pageForms, type PageField } from "../support/page-forms";
import { openRows, type Rows } from "../support/rows-of";
import { test as served } from "../support/served";
import { people, twoCharities, type Person, type TwoCharities } from "../support/two-charities";
import { expectedAt, routes } from "./walls";

/*
 * Everything that takes a form is sent what nobody means well with. Nothing may fail, nothing that was refused may leave
 * a row, and whatever was accepted must not break a page. A failure prints the seed that repeats it.
 */

const SHARE = 5 / 6;
/** What ends or hides things goes last, so that the rest is not refused for want of them. */
const ENDS =
  /cancel|remove|stand-down|\/end$|sign-out|record-late|return|users|reset|account|confirm|consent\/here/;
/** A refused try to sign in or to enter a code is counted on purpose. */
const COUNTED = ["sign_in_try"];

const test = served.extend<{ charities: TwoCharities }>({
  charities: [async ({ connection: _ }, use) => use(await twoCharities()), { scope: "file" }],
});

type Target = { route: ManifestRoute; person: Person; path: string; headers: Record<string, string> };

/** Each route with a form, as each who gets past its wall with ids of their own. */
async function targetsOf({ ids, logins }: TwoCharities, origin: string): Promise<Target[]> {
  const all = await manifestRoutes();
  const targets = all.flatMap((route) => {
    const wall = routes[route.pattern]?.send;
    const person = people.find((one) => wall && one !== "ended" && expectedAt(wall, one, "own") === "in");
    if (!wall || !person) return [];
    const path = route.pattern.replace(/:(\w+)/g, (_, name: string) => ids.own[name] ?? "no-such-token");
    const token = logins[person];
    return [
      {
        route,
        person,
        path,
        headers: { ...formHeaders(origin), ...(token && { cookie: `greenroom=${token}` }) },
      },
    ];
  });
  return targets.sort((one, other) => Number(ENDS.test(one.path)) - Number(ENDS.test(other.path)));
}

/** A field as the page has it, or as nobody meant it. */
function fieldValues({ name, held, offered }: PageField): fc.Arbitrary<[string, string][]> {
  const sensible = [...held, ...offered].filter((text) => text !== "");
  const known = sensible.length > 0 ? sensible : ["12", "Words"];
  const one = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: nastyText },
  );
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(held.map((text): [string, string] => [name, text])) },
    { weight: 6, arbitrary: one.map((text): [string, string][] => [[name, text]]) },
    {
      weight: 1,
      arbitrary: fc
        .array(one, { maxLength: 4 })
        .map((texts) => texts.map((text): [string, string] => [name, text])),
    },
    { weight: 1, arbitrary: fc.constant<[string, string][]>([[`${name}.deeper`, "1"]]) },
  );
}

function entriesFor(fields: PageField[]): fc.Arbitrary<[string, string][]> {
  const own = fields.filter(({ name }) => name !== "submissionId");
  const surplus = fc.oneof(
    { weight: 5, arbitrary: fc.constant<[string, string][]>([]) },
    { weight: 1, arbitrary: fc.tuple(nastyName, nastyText).map((entry) => [entry]) },
  );
  return fc
    .tuple(fc.tuple(...own.map(fieldValues)), surplus)
    .map(([pairs, odd]) => [["submissionId", newId()] satisfies [string, string], ...pairs.flat(), ...odd]);
}

const BODY_LIMIT = 512 * 1024;

/** The same entries in a body of one kind or another, most of them well made. */
function bodyOf(entries: [string, string][]): fc.Arbitrary<Pick<Asked, "body" | "headers">> {
  const plain = encoded(entries);
  const multipart = (boundary: string, end = `--${boundary}--\r\n`) =>
    entries
      .map(
        ([name, text]) =>
          `--${boundary}\r\nContent-Disposition: form-data; name="${name.replaceAll(/["\r\n]/g, "_")}"\r\n\r\n${text}\r\n`,
      )
      .join("") + end;
  const typed = (type: string, body: string) => ({ headers: { "content-type": type }, body });
  const ours = "application/x-www-form-urlencoded";
  return fc.oneof(
    { weight: 30, arbitrary: fc.constant({ body: plain }) },
    { weight: 3, arbitrary: fc.constant(typed("multipart/form-data; boundary=b", multipart("b"))) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        typed("multipart/form-data; boundary=b", multipart("b", "")),
        typed("multipart/form-data", multipart("b")),
        typed(
          "multipart/form-data; boundary=b",
          '--b\r\nContent-Disposition: form-data; name="f"; filename="x.exe"\r\n\r\nMZ\r\n--b--\r\n',
        ),
        typed("application/json", JSON.stringify(Object.fromEntries(entries))),
        typed("text/plain", plain),
        typed(`${ours}; charset=utf-16`, plain),
        typed("", plain),
        { body: `${plain}&x=%ff%fe%00%C0%80%ED%A0%80` },
        { body: `${plain}&%=%&&==&%zz=%u0000` },
        { body: `${plain}&pad=${"x".repeat(BODY_LIMIT - plain.length - 5)}` },
        { body: `${plain}&pad=${"x".repeat(BODY_LIMIT)}` },
        { body: Array.from({ length: 3000 }, (_, i) => `f${i}=1`).join("&") },
        { body: plain, headers: { "transfer-encoding": "chunked" } },
        { body: plain, headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" } },
        { body: plain, headers: { "x-large": "x".repeat(12_000) } },
        { body: plain, headers: { "x-too-large": "x".repeat(20_000) } },
        { body: plain, headers: { "x-forwarded-host": "elsewhere.example", "x-forwarded-for": "'; --" } },
      ),
    },
  );
}

test(
  `no form fails, and nothing refused is stored (FUZZ_SEED=${fuzzSeed})`,
  { timeout: (fuzzSeconds + 400) * 1000 },
  async ({ served: { origin }, charities, database }) => {
    const targets = await targetsOf(charities, origin);
    const counted = await openRows(database.ownerUrl);
    const turn = (fuzzSeconds * 1000 * SHARE) / targets.length;
    expect(Number((await counted.count([]))["session"])).toBe(2);
    const seen: Record<string, number> = {};
    try {
      for (const target of targets) await fuzz(origin, target, { counted, turn, seen });
    } finally {
      await counted.close();
    }
    console.log(`FUZZ_SEED=${fuzzSeed}, answers by status: ${JSON.stringify(seen)}`);
    expect(Object.keys(seen)).toEqual(expect.arrayContaining(["202", "400", "422"]));
  },
);

/** What is refused leaves nothing; only that tries at an account were stopped is told to its holder. */
function leftBy({ status }: Answer, before: Counts, after: Counts): Counts {
  const told = status === 429 ? (after["installation_audit_event"] ?? "") : null;
  return told === null ? before : { ...before, installation_audit_event: told };
}

type Counts = Record<string, string>;
type Watch = { counted: Rows; turn: number; seen: Record<string, number> };

/** Sends forms to one route for its turn; the page is read first, so that the fields are its own. */
async function fuzz(
  origin: string,
  { route, person, path, headers }: Target,
  { counted, turn, seen }: Watch,
): Promise<void> {
  const page = await ask(origin, { method: "GET", path, headers: { cookie: headers["cookie"] ?? "" } });
  const forms = pageForms(page.body).filter((fields) => fields.length > 0);
  const entries = fc.oneof(...(forms.length > 0 ? forms : [[]]).map(entriesFor));
  const address = `${path === "/" ? "/_root" : path}.data${route.isIndex ? "?index" : ""}`;
  const trial = async (sent: Pick<Asked, "body" | "headers">) => {
    const before = await counted.count(COUNTED);
    const answer = await askOrCut(origin, {
      method: "POST",
      path: address,
      ...sent,
      headers: { ...headers, ...sent.headers },
    });
    seen[answer.status] = (seen[answer.status] ?? 0) + 1;
    if (answer.status >= 500)
      throw new Error(`${person} at ${route.pattern}: ${answer.status}\n${answer.body.slice(0, 500)}`);
    if (answer.status < 400) return;
    const after = await counted.count(COUNTED);
    expect(after, `${answer.status} at ${route.pattern}`).toEqual(leftBy(answer, before, after));
  };
  let inFlight: Promise<unknown> = Promise.resolve();
  const result = await fc.check(
    fc.asyncProperty(entries.chain(bodyOf), (sent) => {
      const tried = trial(sent);
      inFlight = tried.catch(() => null);
      return tried;
    }),
    { seed: fuzzSeed, numRuns: 1_000_000, interruptAfterTimeLimit: turn, endOnFailure: true },
  );
  // A turn may end before a form is sent, or while it is on its way; what comes of it belongs to this route, not to the next.
  await inFlight;
  if (result.failed && !result.interrupted)
    throw new Error(fc.defaultReportMessage(result) ?? path, { cause: result.errorInstance });
}

/** The server ends the connection of what it does not read to its end; that is an answer as well. */
async function askOrCut(origin: string, asked: Asked): Promise<Answer> {
  try {
    return await ask(origin, asked);
  } catch (error) {
    if (error instanceof Error && "code" in error && ["EPIPE", "ECONNRESET"].includes(String(error.code)))
      return { status: 0, headers: {}, body: "" };
    throw error;
  }
}

test(
  "every page still opens for everybody after all that was accepted",
  { timeout: 120_000 },
  async ({ served: { origin }, charities }) => {
    const broken: string[] = [];
    const readers = ["planner", "lead", "administrator", "reviewer"] as const;
    const visits = (await manifestRoutes()).flatMap(({ pattern }) =>
      readers.map((person) => ({ pattern, person })),
    );
    await inTurn(visits, async ({ pattern, person }) => {
      const path = pattern.replace(
        /:(\w+)/g,
        (_, name: string) => charities.ids.own[name] ?? "no-such-token",
      );
      const headers = { cookie: `greenroom=${charities.logins[person] ?? ""}` };
      const { status } = await ask(origin, { method: "GET", path, headers });
      if (status >= 500) broken.push(`${person} at ${pattern}: ${status}`);
    });
    expect(broken).toEqual([]);
  },
);

const NOT_IDS = [
  "x",
  "%00",
  "%ED%A0%80",
  "%27%20OR%20true--",
  "..%2f..%2fetc",
  "00000000-0000-0000-0000-000000000000",
  "0193B6C4-7C3E-7000-8000-000000000000",
  "__proto__",
  "%E2%80%AEx",
  "9".repeat(4000),
];
const QUERIES = [
  "",
  "page=-1",
  "page=99999999999999999999",
  "page=1e9&page=2",
  "from=0000-00-00&to=99999-12-31&person=x&kind=%00&q=%ED%A0%80",
  "next=//elsewhere.example&refused=__proto__&notice=constructor",
  "%=%&&=&_routes=routes%2Fno-such&_data=x&index",
  `q=${"x".repeat(6000)}`,
];

test(
  "no address fails, whatever stands in it where an id or a question is meant",
  { timeout: 240_000 },
  async ({ served: { origin }, charities }) => {
    const broken: string[] = [];
    await inTurn(await manifestRoutes(), async ({ pattern, takesForms }) => {
      const cookie = `greenroom=${charities.logins[/settings/.test(pattern) ? "administrator" : "planner"] ?? ""}`;
      const own = (except: string, value: string) =>
        pattern.replace(/:(\w+)/g, (_, name: string) =>
          name === except ? value : (charities.ids.own[name] ?? value),
        );
      const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
      const paths = [
        ...names.flatMap((name) => NOT_IDS.map((value) => own(name, value))),
        ...QUERIES.map((query) => `${own("", "")}?${query}`),
      ];
      for (const path of paths) {
        const [place = "", query = ""] = path.split("?");
        const asked = `${place === "/" ? "/_root" : place}.data${query ? `?${query}` : ""}`;
        const { status } = await ask(origin, { method: "GET", path: asked, headers: { cookie } });
        if (status >= 500) broken.push(`GET ${pattern} as ${path.slice(0, 120)}: ${status}`);
        if (!takesForms || query) continue;
        const headers = { cookie, ...formHeaders(origin) };
        const sent = await ask(origin, {
          method: "POST",
          path: asked,
          headers,
          body: `submissionId=${newId()}&version=1`,
        });
        if (sent.status >= 500) broken.push(`POST ${pattern} as ${path.slice(0, 120)}: ${sent.status}`);
      }
    });
    expect(broken).toEqual([]);
  },
);
