import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect } from "vitest";
import type { Actor } from "~/domain/actor";
import type { Outcome } from "~/domain/refusal";
import { test as open } from "../support/open-database";
import { digestOfOrganisation } from "../support/rows-of";
import { twoCharities, type Ids, type TwoCharities } from "../support/two-charities";
import { services, type Guard } from "./services";

type Service = (actor: Actor, ...rest: unknown[]) => Promise<Outcome<unknown>>;

const FOLDER = fileURLToPath(new URL("../../app/services", import.meta.url));
const files = readdirSync(FOLDER).flatMap((file) => /^(.+)\.server\.ts$/.exec(file)?.[1] ?? []);

const test = open.extend<{ charities: TwoCharities }>({
  charities: [async ({ connection: _ }, use) => use(await twoCharities()), { scope: "file" }],
});

async function functionsOf(file: string): Promise<[string, Service][]> {
  const module: Record<string, unknown> = await import(`../../app/services/${file}.server.ts`);
  return Object.entries(module).filter(
    (entry): entry is [string, Service] =>
      typeof entry[1] === "function" && !/^class\b/.test(String(entry[1])),
  );
}

test("the list names every function of every service", { timeout: 60_000 }, async () => {
  const found: Record<string, string[]> = {};
  for (const file of files) found[file] = (await functionsOf(file)).map(([name]) => name).sort();
  const listed = Object.entries(services).map(([file, functions]) => [file, Object.keys(functions).sort()]);
  expect(found).toEqual(Object.fromEntries(listed));
});

const guarded = Object.entries(services).flatMap(([file, functions]) =>
  Object.entries(functions).flatMap(([name, guard]): [string, string, Guard][] =>
    guard === "right" || typeof guard === "object" ? [[file, name, guard]] : [],
  ),
);

/** Wide enough for what services read of a form before they look who asks; nothing of it may ever be stored. */
const FORM = {
  version: 1,
  modeIds: [],
  personIds: [],
  participantIds: [],
  scopes: [],
  settings: {},
  roles: [],
  email: null,
  sendsMail: false,
};

describe("whoever has no business there", () => {
  test.for(guarded)("is refused by %s %s", async ([file, name, guard], { charities, database }) => {
    const service = new Map(await functionsOf(file)).get(name);
    if (!service) throw new Error("There is no such service");
    const { own, other, ids, actors } = charities;
    const stored = own.record.organisation.id;
    const before = await digestOfOrganisation(database.ownerUrl, stored);
    const all = (whose: Ids): Ids => ({
      ...whose,
      accountId: own.record.organisation.approvedAccounts[0]?.id ?? "",
      routeId: own.record.organisation.contactRoutes[0]?.id ?? "",
      organisationId: other.record.organisation.id,
    });
    const strangers = typeof guard === "object" ? [other.stranger] : [];
    const powerless = typeof guard === "object" && guard.everyRole ? [] : [actors.reviewer];
    const callers: Actor[] = [...strangers, ...powerless];
    for (const caller of callers) {
      const named = typeof guard === "object" ? guard.ids.map((id) => all(ids.own)[id]) : [];
      const outcome = await service(caller, ...named, FORM, FORM);
      expect(outcome).toMatchObject({ ok: false });
      expect(["not_found", "forbidden"]).toContain(outcome.ok ? "done" : outcome.refusal.code);
    }
    expect(await digestOfOrganisation(database.ownerUrl, stored)).toEqual(before);
  });
});
