import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { readOrganisation, withOrganisation } from "~/data/database.server";
import { findHomeFor } from "~/data/home.server";
import { checkLoginSession, openLoginSession } from "~/data/login-session.server";
import { listOwnStoppedTries } from "~/data/own-account.server";
import { addOwnPasskey } from "~/data/passkeys.server";
import { findOwnSecondFactor } from "~/data/second-factor.server";
import type { Actor } from "~/domain/actor";
import { accept } from "~/domain/refusal";
import { change } from "~/services/change.server";
import { changeMember } from "~/services/change-member.server";
import { remakeInvitation } from "~/services/change-invitation.server";
import { confirmLogin } from "~/services/confirm-login.server";
import { exportSessionRecord } from "~/services/export-session-record.server";
import { invite } from "~/services/invite.server";
import { makeResetCode } from "~/services/make-reset-code.server";
import { joinOrganisation } from "~/services/join-organisation.server";
import { operatorRemovesSecondStep } from "~/services/operate-accounts.server";
import { removeSecondStep } from "~/services/remove-second-step.server";
import { codeAt, newSecret } from "~/services/one-time-code";
import { hashPassword } from "~/services/password.server";
import { replaceRecoveryCodes } from "~/services/replace-recovery-codes.server";
import { setUpAuthenticator } from "~/services/set-up-authenticator.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { installationEventTypes } from "../support/recorded-events";
import { storeScenario } from "../support/stored-session";

const PASSWORD = "three random words";
const NOW = "2026-11-22T10:00:00Z";
const later = (seconds: number) => Temporal.Instant.from(NOW).add({ seconds });
const clockAt = (seconds: number) => () => later(seconds);

/** Where somebody signs in from, as the limits count it. */
const place = "203.0.113.7";

type Login = { loginSessionId: string; token: string; place: string };

async function logIn(actor: Actor): Promise<Login> {
  const opened = await change(actor, async ({ tx, record }) => {
    const { id, token } = await openLoginSession(tx, actor.userId, {
      idleSeconds: 3600,
      absoluteSeconds: 3600,
    });
    record({ type: "login_session.started", subject: `user:${actor.userId}`, loginSessionId: id });
    return accept({ loginSessionId: id, token, place });
  });
  if (!opened.ok) throw new Error(opened.refusal.message);
  return opened.value;
}

/** Somebody with a password, signed in, whose authenticator app was set up at 10:00. */
async function withAuthenticator() {
  const person = { ...(await makeOrganisation(["approver"])), confirmedAt: null };
  const scope = { organisationId: person.organisationId, actorId: person.userId };
  const hash = await hashPassword(PASSWORD);
  await withOrganisation(scope, (tx) => tx.$queryRaw`SELECT user_id FROM app.set_own_password(${hash})`);
  const { loginSessionId, token: before } = await logIn(person);
  const key = newSecret();
  const set = await setUpAuthenticator(
    person,
    { key, passcode: codeAt(key, NOW), password: PASSWORD },
    { loginSessionId, place, clock: clockAt(0) },
  );
  if (!set.ok) throw new Error(set.refusal.message);
  return { person, key, loginSessionId, before, ...set.value };
}

const code = (key: string, seconds: number) => codeAt(key, later(seconds).toString());

describe("an authenticator app", () => {
  test("is set up with a code of it and the password, and confirms this login", async ({ database }) => {
    const { person, before, token, recoveryCodes } = await withAuthenticator();
    expect(recoveryCodes).toHaveLength(10);
    expect(await findOwnSecondFactor(person)).toMatchObject({ recoveryCodes: 10 });
    expect(await checkLoginSession(token)).toMatchObject({ confirmedAt: expect.any(String) });
    expect(await checkLoginSession(before)).toBeNull();
    const told = await installationEventTypes(database.ownerUrl, person.userId);
    expect(told).toContain("user.second_factor_set");
  });

  test.for([
    ["the wrong password", { password: "another password" }, "wrong_password"],
    ["no password", { password: null }, "wrong_password"],
    ["the wrong code", { passcode: "000000" }, "wrong_code"],
  ] as const)("is refused with %s, and nothing is kept", async ([, amiss, refusal]) => {
    const { person, key, loginSessionId } = await withAuthenticator();
    const before = await findOwnSecondFactor(person);
    const confirmed = { ...person, confirmedAt: NOW };
    const another = { key: newSecret(), passcode: code(key, 60), password: PASSWORD, ...amiss };
    const refused = await setUpAuthenticator(confirmed, another, {
      loginSessionId,
      place,
      clock: clockAt(60),
    });
    expect(refused).toMatchObject({ ok: false, refusal: { code: refusal } });
    expect(await findOwnSecondFactor(person)).toEqual(before);
  });

  test("takes the place of another only by who confirmed within five minutes, and ends other logins", async () => {
    const { person, loginSessionId } = await withAuthenticator();
    const elsewhere = await logIn(person);
    const key = newSecret();
    const wanted = { key, passcode: code(key, 301), password: PASSWORD };
    const setUp = (confirmedAt: string) =>
      setUpAuthenticator({ ...person, confirmedAt }, wanted, { loginSessionId, place, clock: clockAt(301) });
    expect(await setUp(NOW)).toMatchObject({ ok: false, refusal: { code: "not_confirmed" } });
    expect(await setUp(later(1).toString())).toMatchObject({ ok: true });
    expect(await checkLoginSession(elsewhere.token)).toBeNull();
  });

  test("is no way past the passkey of who has no app: a password alone sets none up", async () => {
    const person = { ...(await makeOrganisation(["approver"])), confirmedAt: null };
    const scope = { organisationId: person.organisationId, actorId: person.userId };
    const hash = await hashPassword(PASSWORD);
    await withOrganisation(scope, (tx) => tx.$queryRaw`SELECT user_id FROM app.set_own_password(${hash})`);
    const passkey = { credentialId: crypto.randomUUID(), name: "My phone", transports: [], counter: 0 };
    await withOrganisation(scope, (tx) => addOwnPasskey(tx, { ...passkey, publicKey: new Uint8Array(77) }));
    const { loginSessionId, token } = await logIn(person);
    const key = newSecret();
    const wanted = { key, passcode: codeAt(key, NOW), password: PASSWORD };
    const setUp = (actor: Actor) =>
      setUpAuthenticator(actor, wanted, { loginSessionId, place, clock: clockAt(0) });
    expect(await setUp(person)).toMatchObject({ ok: false, refusal: { code: "not_confirmed" } });
    expect(await findOwnSecondFactor(person)).toBeNull();
    expect((await checkLoginSession(token))?.confirmedAt).toBeNull();
    expect(await setUp({ ...person, confirmedAt: NOW })).toMatchObject({ ok: true });
  });
});

describe("the second step", () => {
  test("a code of the app confirms the login that it was given in, and no other", async () => {
    const { person, key } = await withAuthenticator();
    const [here, elsewhere] = [await logIn(person), await logIn(person)];
    const given = await confirmLogin(person, code(key, 30), { ...here, clock: clockAt(30) });
    expect(given).toMatchObject({ ok: true, value: { recoveryCodesLeft: null } });
    if (!given.ok) throw new Error(given.refusal.message);
    expect((await checkLoginSession(given.value.token))?.confirmedAt).toBe(given.value.confirmedAt);
    expect(await checkLoginSession(elsewhere.token)).toMatchObject({ confirmedAt: null });
  });

  test("control 9, ASVS 7.2.4: gives the login a new token, and the one before opens nothing", async () => {
    const { person, key, recoveryCodes } = await withAuthenticator();
    const login = await logIn(person);
    const byApp = await confirmLogin(person, code(key, 60), { ...login, clock: clockAt(60) });
    const byPaper = await confirmLogin(person, recoveryCodes[0] ?? "", login);
    if (!byApp.ok || !byPaper.ok) throw new Error("Both are right");
    const tokens = [login.token, byApp.value.token, byPaper.value.token];
    expect(new Set(tokens).size).toBe(3);
    const opened = await Promise.all(tokens.map(checkLoginSession));
    expect(opened.map((one) => one?.id ?? null)).toEqual([null, null, login.loginSessionId]);
    const wrong = await confirmLogin(person, "000000", { ...login, clock: clockAt(60) });
    expect(wrong).toMatchObject({ ok: false });
    expect(await checkLoginSession(byPaper.value.token)).not.toBeNull();
  });

  test("a code works once, also where two bring it at the same moment, and none before it afterwards (control 11)", async () => {
    const { person, key } = await withAuthenticator();
    const logins = [await logIn(person), await logIn(person), await logIn(person)];
    const confirm = ({ loginSessionId }: Login, seconds: number) =>
      confirmLogin(person, code(key, seconds), { loginSessionId, place, clock: clockAt(60) });
    const at = await Promise.all(logins.map((login) => confirm(login, 60)));
    expect(at.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await confirm(logins[0] as Login, 30)).toMatchObject({
      ok: false,
      refusal: { code: "wrong_code" },
    });
  });

  test("the code that set the app up does not confirm another login", async () => {
    const { person, key } = await withAuthenticator();
    const again = await confirmLogin(person, code(key, 0), { ...(await logIn(person)), clock: clockAt(0) });
    expect(again).toMatchObject({ ok: false, refusal: { code: "wrong_code" } });
  });

  test("a recovery code works once, in small letters too, and tells how many are left", async () => {
    const { person, recoveryCodes } = await withAuthenticator();
    const login = await logIn(person);
    const [first = ""] = recoveryCodes;
    const confirm = () => confirmLogin(person, first.toLowerCase(), login);
    const both = await Promise.all([confirm(), confirm()]);
    expect(both.filter(({ ok }) => ok)).toMatchObject([{ value: { recoveryCodesLeft: 9 } }]);
    expect(await confirm()).toMatchObject({ ok: false, refusal: { code: "wrong_code" } });
  });

  test("five wrong codes stop the sixth try, right or not", async () => {
    const { person, key } = await withAuthenticator();
    const login = await logIn(person);
    const attempt = (passcode: string) => confirmLogin(person, passcode, { ...login, clock: clockAt(90) });
    for (let tries = 0; tries < 5; tries++)
      expect(await attempt("000000")).toMatchObject({ refusal: { code: "wrong_code" } });
    expect(await attempt(code(key, 90))).toMatchObject({ refusal: { code: "too_many_tries" } });
    expect(await attempt(code(key, 90))).toMatchObject({ refusal: { code: "too_many_tries" } });
    expect(await listOwnStoppedTries(person)).toMatchObject([{ what: "second_step" }]);
  });

  test("wrong codes tried elsewhere do not stand in the way, until there are thirty", async () => {
    const { person, key } = await withAuthenticator();
    const login = await logIn(person);
    const attempt = (from: string, passcode: string) =>
      confirmLogin(person, passcode, { ...login, place: from, clock: clockAt(90) });
    for (let tries = 0; tries < 6; tries++) await attempt("198.51.100.1", "000000");
    expect(await attempt(place, code(key, 90))).toMatchObject({ ok: true });
    for (let from = 2; from < 8; from++)
      for (let tries = 0; tries < 5; tries++) await attempt(`198.51.100.${from}`, "000000");
    expect(await attempt("198.51.100.9", code(key, 120))).toMatchObject({
      refusal: { code: "too_many_tries" },
    });
  });

  test("is asked of nobody else: their codes are of no use", async () => {
    const { person, key, recoveryCodes } = await withAuthenticator();
    const other = await makeMember(person, ["approver"]);
    const login = await logIn(other);
    for (const theirs of [code(key, 120), recoveryCodes[1] ?? ""])
      expect(await confirmLogin(other, theirs, { ...login, clock: clockAt(120) })).toMatchObject({
        refusal: { code: "no_second_factor" },
      });
  });

  test("confirms no login of another person", async () => {
    const { person, key } = await withAuthenticator();
    const theirs = await logIn(await makeMember(person, ["planner"]));
    await expect(confirmLogin(person, code(key, 150), { ...theirs, clock: clockAt(150) })).rejects.toThrow(
      "Only a login that lasts can be confirmed",
    );
    expect((await checkLoginSession(theirs.token))?.confirmedAt).toBeNull();
  });
});

test("new recovery codes take the place of the old ones, for who has just confirmed", async () => {
  const { person, recoveryCodes } = await withAuthenticator();
  expect(await replaceRecoveryCodes(person)).toMatchObject({ refusal: { code: "not_confirmed" } });
  const replaced = await replaceRecoveryCodes({ ...person, confirmedAt: NOW }, { clock: clockAt(300) });
  if (!replaced.ok) throw new Error(replaced.refusal.message);
  const login = await logIn(person);
  expect(await confirmLogin(person, recoveryCodes[0] ?? "", login)).toMatchObject({ ok: false });
  expect(await confirmLogin(person, replaced.value.recoveryCodes[0] ?? "", login)).toMatchObject({
    value: { recoveryCodesLeft: 9 },
  });
});

describe("a second step that was lost", () => {
  const everywhere = (userId: string) => ({ userId, roles: ["approver" as const] });

  test("is removed by an administrator, which signs the person out and tells the other leads", async ({
    database,
  }) => {
    const { person, token } = await withAuthenticator();
    const administrator = await makeMember(person, ["administrator"]);
    const lead = await makeMember(person, ["safeguarding_lead"]);
    expect(await removeSecondStep(administrator, person.userId)).toEqual({ ok: true, value: null });
    expect(await findOwnSecondFactor(person)).toBeNull();
    expect(await checkLoginSession(token)).toBeNull();
    const { notices } = await findHomeFor(lead);
    expect(notices).toMatchObject([{ kind: "second_step_removed" }]);
    const told = await installationEventTypes(database.ownerUrl, person.userId);
    expect(told).toContain("user.second_step_removed");
  });

  test("is not removed by oneself, by who is no administrator, by who has not confirmed, or by a stranger", async () => {
    const { person } = await withAuthenticator();
    const administrator = await makeMember(person, ["administrator"]);
    const codeOf = async (actor: Actor) => {
      const outcome = await removeSecondStep(actor, person.userId);
      return outcome.ok ? "done" : outcome.refusal.code;
    };
    expect(await codeOf({ ...administrator, ...everywhere(person.userId), roles: ["administrator"] })).toBe(
      "own_second_step",
    );
    expect(await codeOf(await makeMember(person, ["approver"]))).toBe("forbidden");
    expect(await codeOf({ ...administrator, confirmedAt: null })).toBe("not_confirmed");
    expect(await codeOf(await makeOrganisation())).toBe("not_found");
    expect(await findOwnSecondFactor(person)).not.toBeNull();
  });

  test("is removed by the operator alone, of somebody who belongs to another organisation too", async () => {
    const { person } = await withAuthenticator();
    const administrator = await makeMember(person, ["administrator"]);
    const { organisationId } = await makeOrganisation();
    const joined = await change({ organisationId, userId: null }, async (edit) => {
      await joinOrganisation(edit, { organisationId, ...everywhere(person.userId), by: null });
      return accept(null);
    });
    expect(joined.ok).toBe(true);
    expect(await removeSecondStep(administrator, person.userId)).toMatchObject({
      refusal: { code: "resets_alone" },
    });
    expect(await findOwnSecondFactor(person)).not.toBeNull();
    const email = `${person.userId}@lanternmoor.example`;
    expect(await operatorRemovesSecondStep(email)).toMatchObject({ ok: true });
    expect(await findOwnSecondFactor(person)).toBeNull();
    expect(await operatorRemovesSecondStep("nobody@lanternmoor.example")).toMatchObject({
      refusal: { code: "no_account" },
    });
  });
});

test("nobody reads an authenticator's secret past the door", async () => {
  const { person } = await withAuthenticator();
  const scope = { organisationId: person.organisationId, actorId: person.userId };
  for (const table of ["authenticator", "recovery_code"])
    await expect(
      readOrganisation(scope, (tx) => tx.$queryRawUnsafe(`SELECT * FROM ${table}`)),
    ).rejects.toMatchObject({ problem: "refused" });
});

describe("what asks to be confirmed within five minutes", () => {
  const at = Temporal.Instant.from("2026-11-23T10:00:00Z");
  const lately = [
    ["never", null],
    ["five minutes and a second ago", "2026-11-23T09:54:59Z"],
  ] as const;
  const clock = () => at;
  const refused = { ok: false, refusal: { code: "not_confirmed", field: "passcode" } };

  test.for(lately)("a sign-off, confirmed %s", async ([, confirmedAt]) => {
    const { idris, sessionId } = await storeScenario("s07");
    const options = { seen: "0".repeat(64), accepted: [], adultsSuit: true, clock };
    expect(await signOffSession({ ...idris, confirmedAt }, sessionId, options)).toMatchObject(refused);
  });

  test.for(lately)("an export with names, confirmed %s", async ([, confirmedAt]) => {
    const { idris, sessionId } = await storeScenario("s05");
    const person = { ...idris, confirmedAt };
    const named = { format: "json", namesBecause: "The inspector asked" } as const;
    expect(await exportSessionRecord(person, sessionId, named, { clock })).toMatchObject(refused);
    const redacted = { format: "json", namesBecause: null } as const;
    expect(await exportSessionRecord(person, sessionId, redacted, { clock })).toMatchObject({ ok: true });
  });

  test.for(lately)("a change of roles, confirmed %s", async ([, confirmedAt]) => {
    const administrator = { ...(await makeOrganisation()), confirmedAt };
    const { userId } = await makeMember(administrator, ["planner"]);
    const wanted = { roles: ["approver" as const], adultId: null };
    const options = { version: 1, clock };
    expect(await changeMember(administrator, userId, wanted, options)).toMatchObject(refused);
    const same = { roles: ["planner" as const], adultId: null };
    expect(await changeMember(administrator, userId, same, options)).toMatchObject({ ok: true });
  });

  test.for(lately)("an invitation and a reset code, confirmed %s", async ([, confirmedAt]) => {
    const administrator = { ...(await makeOrganisation()), confirmedAt };
    const { userId } = await makeMember(administrator, ["planner"]);
    const wanted = { name: "Sam", email: null, roles: ["approver" as const] };
    expect(await invite(administrator, wanted, { sendsMail: false, clock })).toMatchObject(refused);
    const made = await invite({ ...administrator, confirmedAt: at.toString() }, wanted, {
      sendsMail: false,
      clock,
    });
    const { invitationId } = made.ok ? made.value : { invitationId: "" };
    const again = remakeInvitation(administrator, invitationId, { sendsMail: false, clock });
    expect(await again).toMatchObject(refused);
    const options = { sendsMail: false, clock };
    expect(await makeResetCode(administrator, userId, options)).toMatchObject(refused);
  });
});
