import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { findHelpList } from "~/data/help-list.server";
import { startingHelpList } from "~/domain/consent/help-list";
import { readOrganisation } from "~/data/database.server";
import { newId } from "~/data/new-id.server";
import { loadSettings, loadWording } from "~/data/organisation-settings.server";
import { loadSessionRecord } from "~/data/session-record.server";
import type { Actor } from "~/domain/actor";
import { defaultBriefing } from "~/domain/defaults/briefing";
import { organisationStatementsOn } from "~/domain/people/organisation-statements";
import { evaluate } from "~/domain/readiness/evaluate";
import { digestOf } from "~/domain/record/digest";
import type { Outcome } from "~/domain/refusal";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { standingOf } from "~/domain/sign-off/standing";
import { addContactRoute } from "~/services/add-contact-route.server";
import { approveAccount } from "~/services/approve-account.server";
import { changeEmailDomains } from "~/services/change-email-domains.server";
import { changePolicy } from "~/services/change-policy.server";
import { endAccount } from "~/services/end-account.server";
import { changeOrganisation } from "~/services/change-organisation.server";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { publishBriefing } from "~/services/publish-briefing.server";
import { recordLegalAge } from "~/services/record-legal-age.server";
import { removeLegalAge } from "~/services/remove-legal-age.server";
import { retireContactRoute } from "~/services/retire-contact-route.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { stateForOrganisation } from "~/services/state-for-organisation.server";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { storeScenario } from "../support/stored-session";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");
const clock = () => now;
const briefing = { points: { ...defaultBriefing, live: "It is live." } };
const law = {
  under: 18,
  kinds: ["meeting" as const],
  barsWatchingInRoom: false,
  validFrom: "2026-12-01",
  validTo: null,
  source: "An invented law",
};

function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? "done" : outcome.refusal.code;
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value;
}

/** A session that Idris has signed off, with an administrator who changes what it rests on. */
async function signed() {
  const { rowan, amina, idris, sessionId, record } = await storeScenario("s04-twin-last-good-day");
  const read = async () => {
    const found = await readOrganisation({ organisationId: amina.organisationId, actorId: null }, (tx) =>
      loadSessionRecord(tx, amina.organisationId, sessionId),
    );
    if (!found) throw new Error("The session is gone");
    return found;
  };
  valueOf(await markSessionReady(amina, sessionId, { version: 1, clock }));
  const seen = digestOf(materialFacts(await read()));
  valueOf(await signOffSession(idris, sessionId, { seen, accepted: [], adultsSuit: true, clock }));
  const state = async () => {
    const after = await read();
    const [signOff] = after.signOffs;
    if (!signOff) throw new Error("The sign-off is gone");
    const failing = evaluate(after, now).requirements.filter(({ status }) =>
      /^not_(met|answered)$/.test(status),
    );
    return { standing: standingOf(signOff), failing: failing.map(({ id }) => id) };
  };
  return { rowan, record, state };
}

describe("only an administrator", () => {
  test("changes what is the organisation's", async () => {
    const { organisationId } = await makeOrganisation();
    const everybody = await makeMember({ organisationId, userId: newId(), roles: [] }, [
      "planner",
      "approver",
      "safeguarding_lead",
      "reviewer",
    ]);
    const { points } = briefing;
    const outcomes = await Promise.all([
      approveAccount(everybody, { label: "Zoom", validFrom: "2026-11-23" }, { clock }),
      endAccount(everybody, newId(), { clock }),
      addContactRoute(everybody, { kind: "phone", value: "01234 567890" }, { clock }),
      retireContactRoute(everybody, newId(), { clock }),
      changeEmailDomains(everybody, [], { version: 1, clock }),
      changeOrganisation(everybody, { helpList: startingHelpList }, { version: 1, clock }),
      changeOrganisation(everybody, { publicName: "Lanternmoor" }, { version: 1, clock }),
      stateForOrganisation(everybody, { contact_through_us: "yes" }, { clock }),
      publishBriefing(everybody, { points, changesMeaning: true }, { version: 1, clock }),
      changePolicy(everybody, { settings: {}, effectiveFrom: "2026-11-23" }, { version: 1, clock }),
      recordLegalAge(everybody, law, { clock }),
      removeLegalAge(everybody, newId(), { clock }),
    ]);
    expect(new Set(outcomes.map(codeOf))).toEqual(new Set(["forbidden"]));
  });
});

describe("the public name", () => {
  test("is chosen, changed by nobody over another's edit, and taken away", async () => {
    const actor = await makeOrganisation();
    expect((await loadSettings(actor)).publicName).toBeNull();
    valueOf(await changeOrganisation(actor, { publicName: "The youth club" }, { version: 1, clock }));
    expect(await loadSettings(actor)).toMatchObject({ publicName: "The youth club", version: 2 });
    expect(codeOf(await changeOrganisation(actor, { publicName: "Late" }, { version: 1, clock }))).toBe(
      "stale_version",
    );
    valueOf(await changeOrganisation(actor, { publicName: null }, { version: 2, clock }));
    expect((await loadSettings(actor)).publicName).toBeNull();
    expect((await eventTypes(actor)).filter((type) => type === "organisation.changed")).toHaveLength(2);
  });
});

describe("the help list", () => {
  test("is what every organisation starts with, until it writes its own over nobody else's", async () => {
    const actor = await makeOrganisation();
    expect(await findHelpList(actor)).toEqual({ list: startingHelpList, version: 1 });
    const lines = [{ name: "The Bridge", telephone: "01632 960142", open: null }];
    const list = { childline: { telephone: "0800 1112", open: null }, lines };
    valueOf(await changeOrganisation(actor, { helpList: list }, { version: 1, clock }));
    expect(await findHelpList(actor)).toEqual({ list, version: 2 });
    expect(
      codeOf(await changeOrganisation(actor, { helpList: startingHelpList }, { version: 1, clock })),
    ).toBe("stale_version");
    expect((await eventTypes(actor)).at(-1)).toBe("organisation.changed");
  });
});

describe("accounts and contacts", () => {
  test("come onto their lists and off them", async () => {
    const actor = await makeOrganisation();
    const { accountId } = valueOf(
      await approveAccount(actor, { label: "Zoom: events", validFrom: "2026-11-01" }, { clock }),
    );
    const { routeId } = valueOf(
      await addContactRoute(actor, { kind: "email", value: "hello@lanternmoor.example" }, { clock }),
    );
    const { organisation } = await loadSettings(actor);
    expect(organisation.approvedAccounts).toMatchObject([{ label: "Zoom: events", validTo: null }]);
    expect(organisation.contactRoutes).toMatchObject([{ kind: "email", value: "hello@lanternmoor.example" }]);
    expect(codeOf(await endAccount(actor, accountId, { clock }))).toBe("done");
    expect(codeOf(await endAccount(actor, accountId, { clock }))).toBe("not_found");
    expect(codeOf(await retireContactRoute(actor, routeId, { clock }))).toBe("done");
    expect(codeOf(await retireContactRoute(actor, routeId, { clock }))).toBe("not_found");
    const after = (await loadSettings(actor)).organisation;
    expect(after.approvedAccounts).toMatchObject([{ validTo: "2026-11-23" }]);
    expect(after.contactRoutes).toEqual([]);
    const changed = (await eventTypes(actor)).filter((type) => type === "organisation.changed");
    expect(changed).toHaveLength(4);
  });

  test("are refused where they are not ours, there already, or a stranger's", async () => {
    const actor = await makeOrganisation();
    const stranger = await makeOrganisation();
    const add = (value: string) => addContactRoute(actor, { kind: "email", value }, { clock });
    expect(codeOf(await add("robin@example.com"))).toBe("not_ours");
    const { routeId } = valueOf(await add("hello@lanternmoor.example"));
    expect(codeOf(await add("hello@lanternmoor.example"))).toBe("route_taken");
    expect(codeOf(await retireContactRoute(stranger, routeId, { clock }))).toBe("not_found");
    const { accountId } = valueOf(
      await approveAccount(actor, { label: "Zoom", validFrom: "2026-11-01" }, { clock }),
    );
    expect(codeOf(await endAccount(stranger, accountId, { clock }))).toBe("not_found");
  });

  test("sent twice are added once", async () => {
    const actor = await makeOrganisation();
    const submission = { id: newId(), content: "Zoom" };
    const send = () =>
      approveAccount(actor, { label: "Zoom", validFrom: "2026-11-01" }, { clock, submission });
    expect(await send()).toEqual(await send());
    expect((await loadSettings(actor)).organisation.approvedAccounts).toHaveLength(1);
  });

  test("domains are set as of the version that was seen", async () => {
    const actor = await makeOrganisation();
    const set = (version: number) => changeEmailDomains(actor, ["Fernhill.example"], { version, clock });
    expect(codeOf(await set(2))).toBe("stale_version");
    expect(valueOf(await set(1))).toEqual({ version: 2, signOffsTouched: 0 });
    expect((await loadSettings(actor)).organisation.emailDomains).toEqual(["fernhill.example"]);
  });

  test("taken away from a session that is signed off, break it and lapse its sign-off", async () => {
    const { rowan, record, state } = await signed();
    const account = record.session.accounts?.stream ?? "";
    expect(valueOf(await endAccount(rowan, account, { clock })).signOffsTouched).toBe(1);
    expect(await state()).toEqual({ standing: "lapsed", failing: ["R01"] });
  });
});

describe("the organisation's statements", () => {
  const states = async (actor: Actor) =>
    organisationStatementsOn((await loadSettings(actor)).statements, 12, "2026-11-23").map(
      ({ state }) => state,
    );

  test("are dated today and renewed one by one", async () => {
    const actor = await makeOrganisation();
    expect(await states(actor)).toEqual(["missing", "missing", "missing"]);
    const answers = { friend_requests_settled: "yes", privacy_not_guaranteed: "no" } as const;
    expect(valueOf(await stateForOrganisation(actor, answers, { clock })).signOffsTouched).toBe(0);
    expect(await states(actor)).toEqual(["current", "missing", "refused"]);
    expect((await eventTypes(actor)).slice(-2)).toEqual([
      "standing_statement.made",
      "standing_statement.made",
    ]);
    expect(codeOf(await stateForOrganisation(actor, {}, { clock }))).toBe("nothing_stated");
  });

  test("a no lapses what rested on the yes, a renewal does not", async () => {
    const { rowan, state } = await signed();
    expect(
      valueOf(await stateForOrganisation(rowan, { contact_through_us: "yes" }, { clock })).signOffsTouched,
    ).toBe(0);
    const later = () => now.add({ minutes: 1 });
    const no = await stateForOrganisation(rowan, { contact_through_us: "no" }, { clock: later });
    expect(valueOf(no).signOffsTouched).toBe(1);
    expect((await state()).standing).toBe("lapsed");
  });
});

describe("a new briefing", () => {
  test("is the next version; on a version that is no longer the newest it is refused", async () => {
    const actor = await makeOrganisation();
    const publish = (version: number) =>
      publishBriefing(actor, { ...briefing, changesMeaning: false }, { version, clock });
    expect(valueOf(await publish(1))).toEqual({ version: 2, signOffsTouched: 0 });
    expect(codeOf(await publish(1))).toBe("stale_version");
    expect((await loadWording(actor)).briefing).toMatchObject({
      version: 2,
      points: { live: "It is live." },
    });
    expect((await eventTypes(actor)).at(-1)).toBe("briefing_text.published");
  });

  test.for([
    [false, "signed", []],
    [true, "lapsed", ["R15", "R16", "R17", "R18", "R19", "R20", "R21"]],
  ] as const)(
    "that changes the meaning: %s, leaves the sign-off %s",
    async ([changesMeaning, standing, failing]) => {
      const { rowan, record, state } = await signed();
      const version = Math.max(...record.policy.briefingVersions.map((each) => each.version));
      valueOf(await publishBriefing(rowan, { ...briefing, changesMeaning }, { version, clock }));
      expect(await state()).toEqual({ standing, failing });
    },
  );
});

describe("the policy", () => {
  test("changes as a new version from a day on", async () => {
    const actor = await makeOrganisation();
    const change = { settings: { vettingMonths: 24 }, effectiveFrom: "2027-01-01" };
    expect(valueOf(await changePolicy(actor, change, { version: 1, clock }))).toEqual({ version: 2 });
    const { policies } = await loadSettings(actor);
    expect(
      policies.map(({ version, effectiveFrom, vettingMonths }) => [version, effectiveFrom, vettingMonths]),
    ).toEqual([
      [2, "2027-01-01", 24],
      [1, "2000-01-01", 36],
    ]);
    expect((await eventTypes(actor)).at(-1)).toBe("policy.changed");
    expect(codeOf(await changePolicy(actor, change, { version: 1, clock }))).toBe("stale_version");
  });

  test.for([
    [{ minimumObservers: 0 }, "minimumObservers"],
    [{ minimumAdults: 0 }, "minimumAdults"],
    [{ parentConsentUnder: 11 }, "parentConsentUnder"],
    [{ competenceFrom: 11 }, "competenceFrom"],
  ] as const)("is refused below its floor: %j", async ([settings, field]) => {
    const actor = await makeOrganisation();
    const outcome = await changePolicy(
      actor,
      { settings, effectiveFrom: "2026-11-23" },
      { version: 1, clock },
    );
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "below_floor", field } });
  });

  test.for([
    [
      { fromAge: 0, toAge: 12, childrenPerAdult: 8 },
      { fromAge: 14, toAge: 17, childrenPerAdult: 10 },
      "age 13",
    ],
    [
      { fromAge: 0, toAge: 13, childrenPerAdult: 8 },
      { fromAge: 13, toAge: 17, childrenPerAdult: 10 },
      "age 13",
    ],
    [
      { fromAge: 1, toAge: 12, childrenPerAdult: 8 },
      { fromAge: 13, toAge: 17, childrenPerAdult: 10 },
      "age 0",
    ],
    [
      { fromAge: 0, toAge: 12, childrenPerAdult: 8 },
      { fromAge: 13, toAge: 16, childrenPerAdult: 10 },
      "age 17",
    ],
  ] as const)("is refused with ages in no band or in two: %j %j", async ([younger, older, age]) => {
    const actor = await makeOrganisation();
    const change = { settings: { ratios: [younger, older] }, effectiveFrom: "2026-11-23" };
    const outcome = await changePolicy(actor, change, { version: 1, clock });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "below_floor" } });
    expect(outcome.ok ? "" : outcome.refusal.message).toContain(age);
  });

  test("is refused for days that have passed", async () => {
    const actor = await makeOrganisation();
    const change = (effectiveFrom: string) =>
      changePolicy(actor, { settings: { lengthMinutes: 60 }, effectiveFrom }, { version: 1, clock });
    expect(codeOf(await change("2026-11-22"))).toBe("date_passed");
    expect(codeOf(await change("2026-11-23"))).toBe("done");
  });

  test("voids no sign-off by itself; a law does, and its removal revives none", async () => {
    const { rowan, record, state } = await signed();
    const { version } = record.policy;
    const change = { settings: { minimumAdults: 9 }, effectiveFrom: "2026-11-23" };
    valueOf(await changePolicy(rowan, change, { version, clock }));
    expect((await state()).standing).toBe("signed");
    expect(valueOf(await recordLegalAge(rowan, law, { clock })).signOffsTouched).toBe(1);
    expect((await state()).standing).toBe("lapsed");
    const [newest] = (await loadSettings(rowan)).policies;
    const [recorded] = newest?.legalAges ?? [];
    expect(codeOf(await removeLegalAge(rowan, recorded?.id ?? "", { clock }))).toBe("done");
    expect(codeOf(await removeLegalAge(rowan, recorded?.id ?? "", { clock }))).toBe("not_found");
    expect((await state()).standing).toBe("lapsed");
  });

  test("a law reaches a version that is still to begin", async () => {
    const actor = await makeOrganisation();
    const change = { settings: { lengthMinutes: 60 }, effectiveFrom: "2027-01-01" };
    valueOf(await changePolicy(actor, change, { version: 1, clock }));
    valueOf(await recordLegalAge(actor, law, { clock }));
    const { policies } = await loadSettings(actor);
    expect(policies.map((p) => [p.version, p.effectiveFrom, p.lengthMinutes, p.legalAges.length])).toEqual([
      [4, "2027-01-01", 60, 1],
      [3, "2026-11-23", 45, 1],
      [2, "2027-01-01", 60, 0],
      [1, "2000-01-01", 45, 0],
    ]);
  });
});
