import { describe, expect } from "vitest";
import { newId } from "~/data/new-id.server";
import { askPatiently as ask, formHeaders, header, type Answer } from "../support/ask";
import { inTurn } from "../support/in-turn";
import { loginToken } from "../support/login-token";
import { maskedAnswer } from "../support/masked-answer";
import { manifestRoutes, type ManifestRoute } from "../support/manifest";
import { digestOfOrganisation } from "../support/rows-of";
import { test as served } from "../support/served";
import { people, twoCharities, type Ids, type Person, type TwoCharities } from "../support/two-charities";
import { expectedAt, routes, type Expected, type Route, type Wall } from "./walls";

type Whose = "own" | "other" | "absent";
type Step = { route: ManifestRoute; person: Person; whose: Whose; way: Way };
/** How an address is asked: for its page, for its data as scripts ask, or with a form, either way. */
type Way = "page" | "data" | "form" | "form data";

const WAYS: Way[] = ["page", "data", "form", "form data"];

const test = served.extend<{ charities: TwoCharities; listed: ManifestRoute[] }>({
  charities: [async ({ connection: _ }, use) => use(await twoCharities()), { scope: "file" }],
  listed: [async ({ served: _ }, use) => use(await manifestRoutes()), { scope: "file" }],
});

// The first of these tests to run may have to build the application.
test(
  "lists every route of the application, and whether it takes forms",
  { timeout: 300_000 },
  ({ listed }) => {
    expect(listed.map(({ pattern }) => pattern).sort()).toEqual(Object.keys(routes).sort());
    const taking = listed.filter(({ takesForms }) => takesForms).map(({ pattern }) => pattern);
    expect(taking.sort()).toEqual(
      Object.entries(routes)
        .flatMap(([pattern, { send }]) => (send ? [pattern] : []))
        .sort(),
    );
  },
);

describe("everybody at every route (control 2)", () => {
  for (const way of WAYS) {
    test(
      `gets what the table says, asking by ${way}`,
      { timeout: 300_000 },
      async ({ served, charities, listed, database }) => {
        const untouched = charities.other.record.organisation.id;
        const before = await digestOfOrganisation(database.ownerUrl, untouched);
        const wrong: string[] = [];
        const steps = listed.flatMap((route) => stepsAt(route, way));
        await inTurn(steps, async ({ route, person, whoses }) => {
          const answers: Partial<Record<Whose, Answer>> = {};
          for (const whose of whoses) {
            const { answer, found, expected } = await take(served.origin, charities, {
              route,
              person,
              whose,
              way,
            });
            answers[whose] = maskedAnswer(answer, Object.values(charities.ids[whose]));
            if (found !== expected)
              wrong.push(
                `${person} at ${route.pattern}, ${whose}: ${found} (${answer.status}), not ${expected}`,
              );
          }
          const { other, absent } = answers;
          if (JSON.stringify(other) !== JSON.stringify(absent))
            wrong.push(`${person} at ${route.pattern}: another organisation's id is told from none`);
        });
        expect(wrong).toEqual([]);
        expect(await digestOfOrganisation(database.ownerUrl, untouched)).toEqual(before);
      },
    );
  }
});

function stepsAt(route: ManifestRoute, way: Way) {
  const { send } = routes[route.pattern] ?? { send: null };
  if (way.startsWith("form") && !send) return [];
  const whoses: Whose[] = route.pattern.includes(":") ? ["own", "other", "absent"] : ["own"];
  return walkersOf(route, way).map((person) => ({ route, person, whoses }));
}

/** Everybody asks for pages and sends their forms. For data, which the same code answers, one person for each outcome does. */
function walkersOf(route: ManifestRoute, way: Way): Person[] {
  if (!way.endsWith("data")) return [...people];
  const wall = wallOf(route, way);
  const outcomes = people.map((person) =>
    [expectedAt(wall, person, "own"), expectedAt(wall, person, "elsewhere")].join(),
  );
  return people.filter((_, i) => outcomes.indexOf(outcomes[i] ?? "") === i);
}

function wallOf({ pattern }: ManifestRoute, way: Way): Wall {
  const { look, send }: Route = routes[pattern] ?? { look: "anybody", send: null };
  return way.startsWith("form") && send ? send : look;
}

/** One request, and what came of it beside what was meant to. */
async function take(
  origin: string,
  { ids, logins, actors }: TwoCharities,
  { route, person, whose, way }: Step,
) {
  const expected = expectedAt(wallOf(route, way), person, whose === "own" ? "own" : "elsewhere");
  // Whoever signs out does so from a login of its own.
  const leaving = way.startsWith("form") && route.pattern === "/sign-out" && logins[person] !== null;
  const cookie =
    leaving && person !== "ended" && person !== "signed out"
      ? await loginToken(actors[person])
      : logins[person];
  const headers: Record<string, string> = cookie ? { cookie: `greenroom=${cookie}` } : {};
  const path = addressOf(route, ids[whose]);
  const asked = way.endsWith("data")
    ? dataAddress(path, route, way)
    : path + (route.isIndex && way === "form" ? "?index" : "");
  // Whoever is let in sends what no page of ours sends, so that nothing comes of it.
  const body = expected === "in" ? "malformed=1" : `submissionId=${newId()}&version=1`;
  let answer = way.startsWith("form")
    ? await ask(origin, {
        method: "POST",
        path: asked,
        headers: { ...headers, ...formHeaders(origin) },
        body,
      })
    : await ask(origin, { method: "GET", path: asked, headers });
  const onwards = header(answer, "location");
  if (answer.status === 307)
    answer = await ask(origin, {
      method: "POST",
      path: onwards,
      headers: { ...headers, ...formHeaders(origin) },
      body,
    });
  return { answer, expected, found: outcomeOf(answer) };
}

function outcomeOf(answer: Answer): Expected | "failed" {
  const { status, body } = answer;
  const to = header(answer, "location") || (status === 202 ? body : "");
  if (/(^|")\/sign-in\b/.test(to)) return "login";
  if (/(^|")\/confirm\b/.test(to)) return "second";
  if (status === 404 || status === 403) return `${status}`;
  return status >= 500 || status === 405 ? "failed" : "in";
}

function addressOf({ pattern }: ManifestRoute, ids: Ids): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? "no-such-token");
}

/** The address at which scripts ask for one loader or action alone. */
function dataAddress(path: string, { id, isIndex }: ManifestRoute, way: Way): string {
  const address = path === "/" ? "/_root.data" : `${path}.data`;
  if (way === "form data") return isIndex ? `${address}?index` : address;
  return `${address}?_routes=${encodeURIComponent(id)}`;
}
