import { describe, expect } from "vitest";
import { newId } from "~/data/new-id.server";
import { allForms, idFieldsOf } from "../support/all-forms";
import { askPatiently as ask, formHeaders, type Answer } from "../support/ask";
import { manifestRoutes, type ManifestRoute } from "../support/manifest";
import { maskedAnswer } from "../support/masked-answer";
import { pastPolicies } from "../support/owner";
import { pageForms, type PageField } from "../support/page-forms";
import type { StoredSession } from "../support/stored-session";
import { digestOfOrganisation, openRows } from "../support/rows-of";
import { test as served } from "../support/served";
import { people, twoCharities, type Ids, type Person, type TwoCharities } from "../support/two-charities";
import { expectedAt, routes } from "./walls";

/*
 * Ids that stand inside forms: each is sent as one of another organisation and as one of nothing. Both have to get the
 * same answer and leave nothing behind; the organisation's own gets another, so that it was the id that was refused.
 */

type IdField = {
  /** The schemas of forms that read it, and its name there. */
  read: string[];
  at: string;
  by: Person;
  field: string;
  /** The table and column of the ids that it means. */
  of: [table: string, column: string];
  /** What else has to be typed, so that nothing but the id is amiss. */
  typed?: Record<string, string>;
  /** In place of the table's first: whom it means. */
  pick?: (stored: StoredSession) => string;
  /** Whom the address is about, where it is not the one that all others are about. */
  about?: (stored: StoredSession) => Record<string, string>;
  /** Why the answer to one's own id is none other, or is not asked for. */
  alike?: "goes on as if it were done" | "has only one" | "there is none in the scenario";
};

const s = "/sessions/:sessionId";
const c = `${s}/consent/:participantId`;
const planner = "planner";
const administrator = "administrator";

const boundary = (field: string, table: string): IdField => ({
  read: [`boundariesForm.${field}`],
  at: `${s}/boundaries`,
  by: planner,
  field,
  of: [table, "id"],
});
const platform = (field: string): IdField => ({
  read: [`platformsForm.${field}`],
  at: `${s}/platform/choose`,
  by: planner,
  field,
  of: ["platform_mode", "id"],
  typed: { entry: "", second: "", third: "", sure: "yes" },
});
const giver = { field: "giver", of: ["consent_event", "giver_id"] } satisfies Partial<IdField>;

const idFields: IdField[] = [
  boundary("invites", "approved_account"),
  boundary("stream", "approved_account"),
  boundary("contactRouteId", "contact_route"),
  platform("entry"),
  platform("second"),
  platform("third"),
  {
    ...giver,
    read: ["changeOfMindForm.giver"],
    at: `${c}/change-of-mind`,
    by: planner,
    typed: { scopes: "take_part", how: "phone", when: "now" },
  },
  {
    ...giver,
    read: ["conflictForm.giver"],
    at: `${c}/decision`,
    by: "lead",
    typed: { form: "conflict", scopes: "camera", why: "They know best" },
    alike: "there is none in the scenario",
  },
  {
    read: ["competenceForm.proposedBy"],
    at: `${c}/decision`,
    by: "lead",
    field: "proposedBy",
    of: ["adult", "id"],
    typed: { form: "competence", agreed: "yes", forScopes: "camera", considered: "They understand" },
  },
  {
    ...giver,
    read: ["consentForm.giver"],
    at: c,
    by: planner,
    typed: { how: "phone", "answers.take_part": "yes", understood: "yes" },
  },
  {
    read: ["correctConsentForm.answerIds"],
    at: `${c}/correct`,
    by: planner,
    field: "answerIds",
    of: ["consent_event", "id"],
    typed: { sure: "yes" },
  },
  {
    read: ["confirmConsentForm.answerIds"],
    at: `${c}/confirm`,
    by: planner,
    field: "answerIds",
    of: ["consent_event", "id"],
    alike: "goes on as if it were done",
  },
  {
    read: ["removalForm.taskIds"],
    at: `${s}/stop-using/:participantId`,
    by: planner,
    field: "taskIds",
    of: ["removal_task", "id"],
    typed: { removed: "yes", told: "yes" },
    alike: "goes on as if it were done",
  },
  {
    read: ["askForAnswersForm.participantIds"],
    at: `${s}/consent/ask`,
    by: planner,
    field: "participantIds",
    of: ["participant", "id"],
    typed: { check: "word" },
    alike: "there is none in the scenario",
  },
  {
    read: ["handOverForm.participantIds"],
    at: `${s}/consent/here`,
    by: planner,
    field: "participantIds",
    of: ["participant", "id"],
    typed: { form: "hand-over", shown: "name" },
    alike: "there is none in the scenario",
  },
  {
    read: ["linkForm.requestId"],
    at: `${s}/consent/links`,
    by: planner,
    field: "requestId",
    of: ["consent_request", "id"],
    typed: { what: "take_back" },
  },
  {
    read: ["sendAgainForm.mailId"],
    at: "/settings/mail",
    by: administrator,
    field: "mailId",
    of: ["mail", "id"],
  },
  {
    read: ["recordBriefingForm.participantIds"],
    at: `${s}/briefing`,
    by: planner,
    field: "participantIds",
    of: ["participant", "id"],
    typed: { briefedBy: "Wren", how: "phone", when: "now", points: "all" },
  },
  {
    read: [],
    at: `${s}/adults/add`,
    by: planner,
    field: "adultId",
    of: ["adult", "id"],
    typed: { role: "moderator", who: "known" },
  },
  {
    read: [],
    at: `${s}/adults/reporter`,
    by: planner,
    field: "adultId",
    of: ["adult", "id"],
  },
  {
    read: ["knownPeopleForm.personIds"],
    at: `${s}/participants/known`,
    by: planner,
    field: "personIds",
    of: ["young_person", "id"],
    alike: "there is none in the scenario",
  },
  {
    read: ["noticesForm.notices"],
    at: "/",
    by: planner,
    field: "notices",
    of: ["notice", "id"],
    alike: "goes on as if it were done",
  },
  {
    read: ["switchOrganisationForm.organisation"],
    at: "/account/organisations",
    by: planner,
    field: "organisation",
    of: ["membership", "organisation_id"],
    alike: "has only one",
  },
  {
    read: ["ownSignInForm.address"],
    at: "/sign-in/organisation",
    by: "signed out",
    field: "address",
    of: ["membership", "organisation_id"],
    alike: "goes on as if it were done",
  },
  {
    read: ["takeOffForm.id"],
    at: "/settings/accounts",
    by: administrator,
    field: "id",
    of: ["approved_account", "id"],
    typed: { form: "take-off" },
  },
  {
    read: ["takeOffForm.id"],
    at: "/settings/contacts",
    by: administrator,
    field: "id",
    of: ["contact_route", "id"],
    typed: { form: "take-off" },
  },
  {
    read: ["memberForm.adultId"],
    at: "/settings/users/:userId",
    by: administrator,
    field: "adultId",
    of: ["adult", "id"],
  },
  {
    read: ["endMembershipForm.handOverTo"],
    at: "/settings/users/:userId/end",
    by: administrator,
    field: "handOverTo",
    of: ["membership", "user_id"],
    pick: ({ sorrel }) => sorrel.userId,
    about: ({ amina }) => ({ userId: amina.userId }),
  },
];

const test = served.extend<{ charities: TwoCharities; listed: ManifestRoute[] }>({
  charities: [
    async ({ connection: _, database }, use) => {
      const charities = await twoCharities();
      for (const { amina, sessionId, record } of [charities.own, charities.other]) {
        await pastPolicies(
          database.ownerUrl,
          "notice",
          "INSERT INTO notice (organisation_id, id, user_id, kind, changes) VALUES ($1, $2, $3, 'returned', '{}')",
          [amina.organisationId, newId(), amina.userId],
        );
        await pastPolicies(
          database.ownerUrl,
          "removal_task",
          `INSERT INTO removal_task (organisation_id, id, session_id, participant_id, scopes, opened_at, due_on)
            VALUES ($1, $2, $3, $4, '{camera}', now(), now())`,
          [amina.organisationId, newId(), sessionId, record.participants[0]?.id],
        );
      }
      await use(charities);
    },
    { scope: "file" },
  ],
  listed: [async ({ served: _ }, use) => use(await manifestRoutes()), { scope: "file" }],
});

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

test("every field of a form that takes an id is listed, as its schema says", async () => {
  const read = (await allForms()).flatMap(([name, schema]) =>
    [...new Set(idFieldsOf(schema))].map((field) => `${name}.${field}`),
  );
  expect(read.sort()).toEqual([...new Set(idFields.flatMap((one) => one.read))].sort());
});

// The first of these tests to run may have to build the application.
test(
  "every field of a page that holds an id is listed, as its forms say",
  { timeout: 300_000 },
  async ({ served: { origin }, charities, listed }) => {
    const found = new Set<string>();
    for (const { pattern } of listed) {
      const wall = routes[pattern]?.send;
      const by = people.find((one) => wall && one !== "ended" && expectedAt(wall, one, "own") === "in");
      if (!by) continue;
      for (const field of (
        await formsAt(origin, addressOf(pattern, charities.ids.own), cookieOf(charities, by))
      ).flat())
        if ([...field.held, ...field.offered].some((text) => UUID.test(text)))
          found.add(`${pattern} ${field.name}`);
    }
    const all = new Set(idFields.map(({ at, field }) => `${at} ${field}`));
    expect([...found].filter((one) => !one.endsWith(" submissionId") && !all.has(one))).toEqual([]);
    expect(found.size).toBeGreaterThan(10);
  },
);

describe("control 1: an id inside a form", () => {
  test.for(idFields.map((one) => [`${one.field} at ${one.at}`, one] as const))(
    "%s",
    { timeout: 60_000 },
    async ([, one], { served: { origin }, charities, listed, database }) => {
      const organisations = { own: charities.own, other: charities.other };
      const idOf = async (whose: "own" | "other") => {
        const offered = whose === "own" ? await offeredBy(origin, charities, one) : null;
        if (offered) return offered;
        if (one.pick) return one.pick(organisations[whose]);
        const [table, column] = one.of;
        const { organisationId } = organisations[whose].amina;
        const sql = `SELECT ${column} AS id FROM ${table} WHERE organisation_id = $1 ORDER BY id LIMIT 1`;
        const [row] = await pastPolicies<{ id: string }>(database.ownerUrl, table, sql, [organisationId]);
        if (!row) throw new Error(`There is no ${table} to name`);
        return row.id;
      };
      const ids = { other: await idOf("other"), absent: newId(), own: await idOf("own") };
      const send = (id: string) => sendWith(origin, charities, listed, one, id);
      const untouched = charities.other.amina.organisationId;
      const before = await digestOfOrganisation(database.ownerUrl, untouched);
      const rows = await openRows(database.ownerUrl);
      try {
        const counted = await rows.count([]);
        const [other, absent] = [await send(ids.other), await send(ids.absent)];
        expect(await rows.count([])).toEqual(counted);
        expect(other).toEqual(absent);
        expect(one.alike?.startsWith("goes on") ? [202] : [404, 422]).toContain(absent.status);
        expect(await digestOfOrganisation(database.ownerUrl, untouched)).toEqual(before);
        if (!one.alike) expect(await send(ids.own)).not.toEqual(absent);
      } finally {
        await rows.close();
      }
    },
  );
});

function addressOf(pattern: string, ids: Ids): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? "no-such-token");
}

function cookieOf({ logins }: TwoCharities, person: Person): string {
  return `greenroom=${logins[person] ?? ""}`;
}

async function formsAt(origin: string, path: string, cookie: string): Promise<PageField[][]> {
  return pageForms((await ask(origin, { method: "GET", path, headers: { cookie } })).body);
}

/** An id that the page itself offers there; null where it offers none. */
async function offeredBy(
  origin: string,
  charities: TwoCharities,
  { at, by, field, about }: IdField,
): Promise<string | null> {
  const path = addressOf(at, { ...charities.ids.own, ...about?.(charities.own) });
  const fields = (await formsAt(origin, path, cookieOf(charities, by))).flat();
  const values = fields
    .filter(({ name }) => name === field)
    .flatMap(({ held, offered }) => [...offered, ...held]);
  return values.find((text) => UUID.test(text)) ?? null;
}

/** Sends the form as its page holds it, with what has to be typed and with the id. */
async function sendWith(
  origin: string,
  charities: TwoCharities,
  listed: ManifestRoute[],
  { at, by, field, typed = {}, about }: IdField,
  id: string,
): Promise<Answer> {
  const path = addressOf(at, { ...charities.ids.own, ...about?.(charities.own) });
  const forms = await formsAt(origin, path, cookieOf(charities, by));
  const form = forms.find((fields) => fields.some(({ name }) => name === field)) ?? forms.at(-1) ?? [];
  const held = form.flatMap(({ name, held }) => held.map((text): [string, string] => [name, text]));
  const submissionId = newId();
  const ours = new Set(["submissionId", field, ...Object.keys(typed)]);
  const entries = [
    ...held.filter(([name]) => !ours.has(name)),
    ...Object.entries(typed).filter(([name]) => name !== field),
    ["submissionId", submissionId],
    [field, id],
  ];
  const isIndex = listed.find(({ pattern }) => pattern === at)?.isIndex;
  const answer = await ask(origin, {
    method: "POST",
    path: `${path === "/" ? "/_root" : path}.data${isIndex ? "?index" : ""}`,
    headers: { ...formHeaders(origin), cookie: cookieOf(charities, by) },
    body: new URLSearchParams(entries).toString(),
  });
  return maskedAnswer(answer, [id, submissionId]);
}
