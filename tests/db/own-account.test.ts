import { describe, expect } from "vitest";
import { withOrganisation } from "~/data/database.server";
import { checkLoginSession } from "~/data/login-session.server";
import { listOwnSignIns, setOwnPassword } from "~/data/own-account.server";
import type { Actor } from "~/domain/actor";
import { changePassword } from "~/services/change-password.server";
import { hashPassword } from "~/services/password.server";
import { signOutElsewhere } from "~/services/sign-out-elsewhere.server";
import { startLoginSession } from "~/services/start-login-session.server";
import { joinByCode } from "../factories/newcomer";
import { makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";

const PASSWORD = "three random words";
const place = () => `place-${crypto.randomUUID()}`;

async function member(): Promise<{ actor: Actor; email: string }> {
  const administrator = await makeOrganisation(["administrator"]);
  const email = `${crypto.randomUUID()}@lanternmoor.example`;
  const form = { name: "Sam Birch", email, roles: ["planner" as const], password: PASSWORD };
  return { actor: await joinByCode(administrator, form), email };
}

async function signIn(email: string, password = PASSWORD) {
  const outcome = await startLoginSession({ email, password });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const login = await checkLoginSession(outcome.value.token);
  return { token: outcome.value.token, id: login?.id ?? "" };
}

describe("one's own sign-ins", () => {
  test("are listed to the person alone, the one used last first", async () => {
    const [sam, robin] = [await member(), await member()];
    await signIn(robin.email);
    const first = await signIn(sam.email);
    const second = await signIn(sam.email);
    const listed = await listOwnSignIns(sam.actor, "account");
    expect(listed.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    expect(listed[0]).toMatchObject({ organisation: "Lanternmoor Youth Advice" });
  });

  test("end everywhere but here, each told in the history", async () => {
    const { actor, email } = await member();
    const [here, ...elsewhere] = [await signIn(email), await signIn(email), await signIn(email)];
    expect(await signOutElsewhere(actor, here.id, "account")).toEqual({ ok: true, value: { ended: 2 } });
    expect(await checkLoginSession(here.token)).not.toBeNull();
    for (const { token } of elsewhere) expect(await checkLoginSession(token)).toBeNull();
    const events = await eventTypes(actor);
    expect(events.filter((type) => type === "login_session.ended")).toHaveLength(2);
    expect(await signOutElsewhere(actor, here.id, "account")).toEqual({ ok: true, value: { ended: 0 } });
  });
});

describe("one's own password", () => {
  test("changes for whoever knows it, and ends every other login", async () => {
    const { actor, email } = await member();
    const [here, elsewhere] = [await signIn(email), await signIn(email)];
    const asked = { place: place(), loginSessionId: here.id };
    const wanted = "four other random words";
    expect(await changePassword(actor, { current: PASSWORD, wanted }, asked)).toMatchObject({ ok: true });
    expect(await checkLoginSession(elsewhere.token)).toBeNull();
    expect(await checkLoginSession(here.token)).not.toBeNull();
    expect((await startLoginSession({ email, password: PASSWORD })).ok).toBe(false);
    expect((await startLoginSession({ email, password: wanted })).ok).toBe(true);
  });

  test("stays where the one in use is not known, however often it is tried", async () => {
    const { actor, email } = await member();
    const { id } = await signIn(email);
    const asked = { place: place(), loginSessionId: id };
    const answers = [];
    for (let wrong = 0; wrong < 6; wrong += 1)
      answers.push(await changePassword(actor, { current: "a guess", wanted: "never taken over" }, asked));
    expect(answers.map((answer) => (answer.ok ? "changed" : answer.refusal.code))).toEqual([
      ...Array<string>(5).fill("wrong_password"),
      "too_many_tries",
    ]);
    expect((await startLoginSession({ email, password: PASSWORD })).ok).toBe(true);
  });

  test("is nobody else's to set", async () => {
    const [sam, robin] = [await member(), await member()];
    const { organisationId, userId } = robin.actor;
    const other = await hashPassword("four other random words");
    await withOrganisation({ organisationId, actorId: userId }, (tx) => setOwnPassword(tx, other));
    expect((await startLoginSession({ email: sam.email, password: PASSWORD })).ok).toBe(true);
    expect((await startLoginSession({ email: robin.email, password: PASSWORD })).ok).toBe(false);
    const nobody = { organisationId, actorId: null };
    await withOrganisation(nobody, (tx) => setOwnPassword(tx, other));
    expect((await startLoginSession({ email: sam.email, password: PASSWORD })).ok).toBe(true);
  });
});
