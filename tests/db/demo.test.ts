import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { describe, expect, vi } from "vitest";
import { readOrganisation, withoutOrganisation } from "~/data/database.server";
import { findAccountByEmail, listOrganisationsOf } from "~/data/doors.server";
import { loadSessionRecord } from "~/data/session-record.server";
import { INSTALLATION_CHAIN } from "~/domain/audit-chain";
import { evaluate } from "~/domain/readiness/evaluate";
import { digestOf } from "~/domain/record/digest";
import type { SessionRecord } from "~/domain/record/schema";
import { statusOf, type SessionStatus } from "~/domain/session/status";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { loadOnce } from "../../prisma/demo/load";
import { otherSessions, scenarioSessions } from "../../prisma/demo/sessions";
import { founder } from "../../prisma/demo/staff";
import { inStory } from "../../prisma/demo/story";
import { expected } from "../scenarios/expected";
import { test as withConnection } from "../support/open-database";
import { verdictOn } from "../support/verified-chains";

/** The first test waits until the whole story has been played. */
vi.setConfig({ testTimeout: 240_000 });

/** A Friday six weeks after the scenarios' week. */
const PRESENT = Temporal.Instant.from("2027-01-08T12:00:00Z");
const STORY_NOW = inStory("2026-11-23T10:00:00Z", PRESENT);

type Loaded = { organisationId: string; told: string[]; record: (title: string) => Promise<SessionRecord> };

const test = withConnection.extend<{ loaded: Loaded }>({
  loaded: [
    async ({ connection: _connection }, use) => {
      const told: string[] = [];
      await load(told);
      const organisationId = await idOfOrganisation();
      const scope = { organisationId, actorId: null };
      await use({
        organisationId,
        told,
        record: (title) =>
          readOrganisation(scope, async (tx) => {
            const { id } = await tx.session.findFirstOrThrow({ where: { organisationId, title } });
            const record = await loadSessionRecord(tx, organisationId, id);
            if (!record) throw new Error(`There is no ${title}`);
            return record;
          }),
      });
    },
    { scope: "file" },
  ],
});

function load(told: string[]) {
  return loadOnce({ isStopped: () => false, tell: (line) => told.push(line), present: PRESENT });
}

async function idOfOrganisation() {
  const id = await withoutOrganisation(async (tx) => {
    const account = await findAccountByEmail(tx, founder.email);
    return account && (await listOrganisationsOf(tx, account.userId))[0];
  });
  if (!id) throw new Error("Nothing was loaded");
  return id;
}

function seen(record: SessionRecord, at: string): SessionStatus {
  return statusOf(record, evaluate(record, Temporal.Instant.from(at)), digestOf(materialFacts(record)));
}

describe("the replayed scenarios come to what is expected of them", () => {
  const moments = [...scenarioSessions].flatMap(([name, { session }]) => {
    const file = new URL(`../scenarios/${name}.expected.json`, import.meta.url);
    const list = expected.parse(JSON.parse(readFileSync(file, "utf8")));
    return list.map((moment) => ({ name, title: session.title, moment }));
  });

  test.for(moments)("$name at $moment.at", async ({ title, moment }, { loaded }) => {
    const at = Temporal.Instant.from(inStory(moment.at, PRESENT));
    const readiness = evaluate(await loaded.record(title), at);
    expect({
      statuses: Object.fromEntries(readiness.requirements.map(({ id, status }) => [id, status])),
      ready: readiness.ready,
      blockers: readiness.blockers.map(({ code }) => code),
      needsAcceptance: readiness.needsAcceptance,
    }).toEqual({
      statuses: moment.statuses,
      ready: moment.ready,
      blockers: moment.blockers,
      needsAcceptance: moment.needsAcceptance,
    });
    for (const [id, codes] of Object.entries(moment.codes ?? {})) {
      const found = readiness.requirements.find((each) => each.id === id)?.findings ?? [];
      expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
    }
  });
});

describe("a newcomer sees every state of a session", () => {
  const states: [string, SessionStatus][] = [
    ["Ask us anything", "draft"],
    ["Open evening", "waiting_for_sign_off"],
    ["New Year plans", "sign_off_suspended"],
    ["Halloween special", "draft"],
    ["Film club", "signed_off"],
    ["Sunday songs", "finished"],
    ["Board games by candlelight", "sign_off_lapsed"],
    ["Winter walk and talk", "returned"],
  ];
  test.for(states)("%s is seen as %s", async ([title, status], { loaded }) => {
    expect(seen(await loaded.record(title), STORY_NOW)).toBe(status);
  });
});

test("whoever takes part in several sessions is one person", async ({ loaded }) => {
  const held = await readOrganisation({ organisationId: loaded.organisationId, actorId: null }, (tx) =>
    tx.youngPerson.count(),
  );
  const people = new Set(
    [...scenarioSessions.values(), ...otherSessions].flatMap(({ participants }) =>
      participants.map(({ personId }) => personId),
    ),
  );
  expect(held).toBe(people.size);
});

test("the audit chains are whole", async ({ database, loaded: { organisationId } }) => {
  for (const chain of [INSTALLATION_CHAIN, organisationId]) {
    const verdict = await verdictOn(database.ownerUrl, chain);
    expect(verdict).toMatchObject({ fault: null });
    expect(verdict.rows).toBeGreaterThan(1);
  }
});

test("a second start finds everything there and loads nothing", async ({ loaded: { organisationId } }) => {
  const told: string[] = [];
  await load(told);
  expect(told).toEqual([]);
  expect(await idOfOrganisation()).toBe(organisationId);
});
