import { expect } from "vitest";
import { newId } from "~/data/new-id.server";
import { viewedPages } from "~/http/viewed-pages";
import { ask, formHeaders, header, type Answer } from "../support/ask";
import { inTurn } from "../support/in-turn";
import { manifestRoutes } from "../support/manifest";
import { test as withConnection } from "../support/open-database";
import { pastPolicies } from "../support/owner";
import { startApplication, type RunningApplication } from "../support/running-application";
import { buildOnce, SECRET } from "../support/served";
import { people, twoCharities, type Person, type TwoCharities } from "../support/two-charities";
import { expectedAt, routes } from "./walls";

/*
 * The application is served with connections whose transactions the database keeps from writing, unless they ask to
 * write, which it then refuses: whoever opens a transaction that may write gets an error, whether they write or not.
 * Every page has to open all the same.
 */
const READ_ONLY = "-c default_transaction_read_only=on";

/** What writes while a page is read, each by a door of its own in one statement. Both go on where nothing can be written. */
const VIEWS = "view not noted";
const USES = "login not noted as used";

const test = withConnection.extend<{ served: RunningApplication; charities: TwoCharities }>({
  charities: [async ({ connection: _ }, use) => use(await twoCharities()), { scope: "file" }],
  served: [
    async ({ database, charities: _ }, use) => {
      await buildOnce();
      const address = new URL(database.applicationUrl);
      address.searchParams.set("options", READ_ONLY);
      const served = await startApplication({
        DATABASE_URL: address.href,
        MIGRATION_DATABASE_URL: database.ownerUrl,
        SESSION_SECRET: SECRET,
        TZ: "America/St_Johns",
      });
      await use(served);
      await served.stop();
    },
    { scope: "file" },
  ],
});

type Reported = { requestId: string; route?: string; msg: string };

/** What the server said went wrong while it answered somebody, by request. */
function reported({ output }: RunningApplication): Reported[] {
  return output()
    .split("\n")
    .filter((line) => line.startsWith('{"level":50') && line.includes('"requestId"'))
    .map((line): Reported => JSON.parse(line));
}

// The first of these tests to run may have to build the application.
test(
  "a form that writes fails here, so that a page that did would",
  { timeout: 300_000 },
  async ({ served }) => {
    const headers = formHeaders(served.origin);
    const body = new URLSearchParams({
      submissionId: newId(),
      email: "nobody@lanternmoor.example",
      password: "three random words",
    });
    const { status } = await ask(served.origin, {
      method: "POST",
      path: "/sign-in",
      headers,
      body: body.toString(),
    });
    expect(status).toBe(500);
  },
);

test(
  "control 12: no page and no file that is read opens a transaction that may write, whoever asks",
  { timeout: 120_000 },
  async ({ served, charities }) => {
    const before = reported(served).length;
    const listed = await manifestRoutes();
    const wrong: string[] = [];
    const viewed = new Set<string>();
    const tooBusy = new Set<string>();
    /** 503 is what a busy machine says; what the database refuses to write is 500. */
    async function look(path: string, person: Person): Promise<Answer> {
      const asked = { method: "GET", path, headers: cookieOf(charities, person) };
      for (let tries = 1; ; tries++) {
        const answer = await ask(served.origin, asked);
        if (answer.status !== 503 || tries === 5) return answer;
        tooBusy.add(header(answer, "x-request-id"));
      }
    }
    // Everybody who gets past the wall asks for the loader's answer alone; whole pages follow below.
    const steps = listed.flatMap(({ id, pattern }) =>
      people
        .filter((person) => expectedAt(routes[pattern]?.look ?? "anybody", person, "own") === "in")
        .map((person) => ({ id, pattern, person })),
    );
    await inTurn(steps, async ({ id, pattern, person }) => {
      const path = addressOf(pattern, charities);
      const data = `${path === "/" ? "/_root" : path}.data?_routes=${encodeURIComponent(id)}`;
      const answer = await look(data, person);
      if (answer.status >= 500) wrong.push(`${person} at ${pattern}: ${answer.status}`);
      if (viewedPages[id]) viewed.add(header(answer, "x-request-id"));
    });
    await inTurn(people, async (person) => {
      for (const path of ["/", "/sign-in", "/no-such-page"]) {
        const { status } = await look(path, person);
        if (status >= 500) wrong.push(`${person} at ${path}: ${status}`);
      }
    });
    expect(wrong).toEqual([]);
    const told = reported(served)
      .slice(before)
      .filter(({ requestId }) => !tooBusy.has(requestId));
    expect(told.filter(({ route }) => route !== VIEWS)).toEqual([]);
    const noted = new Set(told.map(({ requestId }) => requestId));
    expect([...noted].filter((request) => !viewed.has(request))).toEqual([]);
    expect(noted.size).toBeGreaterThan(30);
  },
);

test("a page opens also where it cannot be noted that the login was used", async ({
  served,
  charities,
  database,
}) => {
  await pastPolicies(
    database.ownerUrl,
    "login_session",
    "UPDATE login_session SET seen_at = seen_at - interval '2 minutes' WHERE user_id = $1",
    [charities.actors.planner.userId],
  );
  const before = reported(served).length;
  const answer = await ask(served.origin, {
    method: "GET",
    path: "/account",
    headers: cookieOf(charities, "planner"),
  });
  expect(answer.status).toBe(200);
  expect(reported(served).slice(before)).toMatchObject([{ route: USES }]);
});

function addressOf(pattern: string, { ids }: TwoCharities): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => ids.own[name] ?? "no-such-token");
}

function cookieOf({ logins }: TwoCharities, person: Person): Record<string, string> {
  const token = logins[person];
  return token ? { cookie: `greenroom=${token}` } : {};
}
