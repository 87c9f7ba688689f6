import { expect } from "vitest";
import { newId } from "~/data/new-id.server";
import { askPatiently as ask, formHeaders, type Answer } from "../support/ask";
import { asOwner } from "../support/owner";
import { pageForms } from "../support/page-forms";
import { test as served } from "../support/served";
import { twoCharities, type TwoCharities } from "../support/two-charities";

const test = served.extend<{ charities: TwoCharities }>({
  charities: [async ({ connection: _ }, use) => use(await twoCharities()), { scope: "file" }],
});

/** Each is typed somewhere below, and nowhere else in the world. */
const YOUNG_PERSON = "Zephyrine";
const SURNAME = "Quillfeather";
const ADULT = "Barnabus Thistlewick";
const EMAIL = "canary.thistlewick@lanternmoor.example";
const REASON = "Halcyonpumpernickel";
const TOKEN = "Q2FuYXJ5VG9rZW5PZkFMaW5rVGhhdE5vYm9keUxvZ3M";
const CODE = "VXYZ-7KQ4-MPRT";

test(
  "control 16, ASVS 16.2.5: no name, address, reason, link or code is ever logged",
  { timeout: 300_000 },
  async ({ served: application, charities, database }) => {
    const { origin } = application;
    const { sessionId, participantId } = charities.ids.own;
    const cookie = (who: "planner" | "administrator") => ({
      cookie: `greenroom=${charities.logins[who] ?? ""}`,
    });
    const open = (path: string, headers: Record<string, string> = {}) =>
      ask(origin, { method: "GET", path, headers });
    const send = (path: string, entries: Record<string, string>, headers: Record<string, string> = {}) =>
      ask(origin, {
        method: "POST",
        path,
        headers: { ...formHeaders(origin), ...headers },
        body: new URLSearchParams({ submissionId: newId(), ...entries }).toString(),
      });
    /** Sends a page's own form with what it holds, and with what is typed here. */
    async function fillIn(
      path: string,
      typed: Record<string, string>,
      who: "planner" | "administrator",
    ): Promise<Answer> {
      const page = await open(path, cookie(who));
      const fields = pageForms(page.body).flat();
      const held = fields.flatMap(({ name, held }) => {
        const value = held.find((text) => text !== "");
        return value === undefined ? [] : [[name, value]];
      });
      return send(path, { ...Object.fromEntries(held), submissionId: newId(), ...typed }, cookie(who));
    }

    const added = await fillIn(
      `/sessions/${sessionId}/participants/add`,
      { displayName: YOUNG_PERSON, nameCheck: "surname", firstName: YOUNG_PERSON, surname: SURNAME },
      "planner",
    );
    expect(added.status).toBe(303);
    expect((await fillIn("/adults/add", { name: ADULT, email: EMAIL }, "planner")).status).toBe(303);
    expect((await open(`/sessions/${sessionId}/participants`, cookie("planner"))).body).toContain(
      YOUNG_PERSON,
    );
    expect((await open("/adults", cookie("planner"))).body).toContain(ADULT);

    await open(`/sessions/${sessionId}/consent/${participantId}`, cookie("planner"));
    await send(
      `/sessions/${sessionId}/consent/${participantId}`,
      { giverName: SURNAME, note: REASON },
      cookie("planner"),
    );
    await send(`/sessions/${sessionId}/cancel`, { reason: `${REASON}\0` }, cookie("planner"));
    await send(
      "/settings/users/invite",
      { name: ADULT, email: EMAIL, how: "mail", roles: "planner" },
      cookie("administrator"),
    );
    await send("/sign-in", { email: EMAIL, password: REASON });
    await send("/forgotten", { email: EMAIL });
    await open(`/link/${TOKEN}`);
    await send(`/link/${TOKEN}`, {});
    await open(`/c/${TOKEN}`);
    await send(`/c/${TOKEN}`, { word: REASON });
    await open(`/c/${TOKEN}/not-me`);
    await send("/code", { code: CODE });
    await open(`/set-up?code=${CODE}`);
    await open(`/sessions?title=${YOUNG_PERSON}`, cookie("planner"));
    await open(`/${YOUNG_PERSON}/${TOKEN}`);
    await open(`/%E0%A4%A${TOKEN}`);

    // What was typed is in the error that the database gives; the log must not repeat it.
    await asOwner(
      database.ownerUrl,
      "ALTER TABLE adult ADD CONSTRAINT broken CHECK (name <> 'Barnabus Thistlewick the Second')",
    );
    const failed = await fillIn(
      "/adults/add",
      { name: `${ADULT} the Second`, email: `second.${EMAIL}` },
      "planner",
    );
    await asOwner(database.ownerUrl, "ALTER TABLE adult DROP CONSTRAINT broken");
    expect(failed.status).toBe(500);
    expect(failed.body).not.toContain("Second");

    const logged = application.output();
    for (const pattern of [
      "/link/:token",
      "/c/:token",
      "/c/:token/not-me",
      "/sessions/:sessionId/consent/:participantId",
      "/adults/add",
    ])
      expect(logged).toContain(`"route":"${pattern}"`);
    expect(logged).toContain('"failed"');
    for (const canary of [
      YOUNG_PERSON,
      SURNAME,
      "Thistlewick",
      "canary",
      REASON,
      TOKEN,
      CODE,
      String(sessionId),
      String(participantId),
    ])
      expect(logged, canary).not.toContain(canary);
  },
);
