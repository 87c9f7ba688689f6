import { createHash } from "node:crypto";
import { describe, expect } from "vitest";
import { readOrganisation, withOrganisation, withoutOrganisation } from "~/data/database.server";
import {
  addAccount,
  anyOrganisation,
  findAccountByEmail,
  holdFirstOrganisation,
  listOrganisationsOf,
} from "~/data/doors.server";
import {
  checkLoginSession,
  confirmLoginSession,
  endLoginSession,
  endLoginSessionsOf,
  noteLoginSeen,
  openLoginSession,
  type LoginLimits,
} from "~/data/login-session.server";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import { accept } from "~/domain/refusal";
import { change } from "~/services/change.server";
import { openLogin } from "~/services/open-login.server";
import { makeMember, makeOrganisation, passwordHash } from "../factories/organisation";
import { test } from "../support/open-database";
import { pastPolicies } from "../support/owner";

const LIMITS: LoginLimits = { idleSeconds: 1800, absoluteSeconds: 43_200 };

function inside<T>(actor: Actor, work: Parameters<typeof withOrganisation<T>>[1]): Promise<T> {
  return withOrganisation({ organisationId: actor.organisationId, actorId: actor.userId }, work);
}

async function signIn(actor: Actor, limits = LIMITS): Promise<string> {
  const { token } = await inside(actor, (tx) => openLoginSession(tx, actor.userId, limits));
  return token;
}

/** Lets time pass for one login: what it holds lies so many seconds further back. */
async function wait(ownerUrl: string, actor: Actor, seconds: number): Promise<void> {
  await pastPolicies(
    ownerUrl,
    "login_session",
    `UPDATE login_session SET seen_at = seen_at - make_interval(secs => $2),
       expires_at = expires_at - make_interval(secs => $2) WHERE user_id = $1`,
    [actor.userId, seconds],
  );
}

describe("a login", () => {
  test("is known by its token alone", async () => {
    const actor = await makeOrganisation();
    const token = await signIn(actor);
    expect(token).toMatch(/^[\w-]{43}$/);
    const { organisationId, userId } = actor;
    expect(await checkLoginSession(token)).toMatchObject({ organisationId, userId });
    expect(await checkLoginSession(`${token.slice(0, -1)}_`)).toBeNull();
    expect(await checkLoginSession("")).toBeNull();
  });

  test("is stored as the digest of its token", async ({ database }) => {
    const actor = await makeOrganisation();
    const token = await signIn(actor);
    const digest = createHash("sha256").update(token).digest();
    const stored = await pastPolicies<{ all: string; token_hash: Buffer }>(
      database.ownerUrl,
      "login_session",
      `SELECT login_session::text AS all, token_hash FROM login_session WHERE user_id = $1`,
      [actor.userId],
    );
    expect(stored.map((row) => row.token_hash)).toEqual([digest]);
    expect(stored[0]?.all).not.toContain(token);
  });

  test("ends when it was idle too long, and not before (control 9)", async ({ database }) => {
    const actor = await makeOrganisation();
    const token = await signIn(actor);
    await wait(database.ownerUrl, actor, 1790);
    expect(await checkLoginSession(token)).toMatchObject({ seenLately: false });
    expect(await noteLoginSeen(token)).toBe(true);
    await wait(database.ownerUrl, actor, 1790);
    expect(await checkLoginSession(token)).not.toBeNull();
    expect(await noteLoginSeen(token)).toBe(true);
    await wait(database.ownerUrl, actor, 1801);
    expect(await checkLoginSession(token)).toBeNull();
    expect(await noteLoginSeen(token)).toBe(false);
    expect(await checkLoginSession(token)).toBeNull();
  });

  test.for([
    ["half an hour for who was made an approver since it began", ["planner", "approver"], null],
    ["eight hours for who still only plans", ["planner"], expect.anything()],
  ] as const)(
    "ends idle, once the second step is given, after %s",
    async ([, roles, after], { database }) => {
      const actor = await makeOrganisation(["planner"]);
      const { organisationId, userId } = actor;
      const limits = { ...LIMITS, idleSeconds: 8 * 3600 };
      const { id } = await inside(actor, (tx) => openLoginSession(tx, userId, limits));
      const token = await inside(actor, async (tx) => {
        for (const role of roles)
          await tx.membershipRole.upsert({
            where: { organisationId_userId_role: { organisationId, userId, role } },
            create: { organisationId, userId, role },
            update: {},
          });
        return (await confirmLoginSession(tx, id)).token;
      });
      await wait(database.ownerUrl, actor, 1790);
      expect(await checkLoginSession(token)).not.toBeNull();
      await wait(database.ownerUrl, actor, 20);
      expect(await checkLoginSession(token)).toEqual(after);
    },
  );

  test.for<[Role[], number]>([
    [["planner"], 8 * 3600],
    [["planner", "approver"], 1800],
    [["administrator"], 1800],
    [["reviewer"], 1800],
  ])("of %j is opened to end after %d seconds idle (control 9)", async ([roles, seconds], { database }) => {
    const actor = await makeOrganisation(roles);
    const opened = await change(actor, async (edit) => {
      const { token } = await openLogin(edit, { ...actor, means: "password" });
      return accept({ token });
    });
    const token = opened.ok ? opened.value.token : "";
    await wait(database.ownerUrl, actor, seconds - 60);
    expect(await checkLoginSession(token)).not.toBeNull();
    await wait(database.ownerUrl, actor, 60);
    expect(await checkLoginSession(token)).toBeNull();
  });

  test("is not kept by being looked up, and noted as used once a minute", async ({ database }) => {
    const actor = await makeOrganisation();
    const token = await signIn(actor);
    expect(await checkLoginSession(token)).toMatchObject({ seenLately: true });
    expect(await noteLoginSeen(token)).toBe(false);
    await wait(database.ownerUrl, actor, 61);
    const sixteen = await Promise.all(Array.from({ length: 16 }, () => noteLoginSeen(token)));
    expect(sixteen.filter(Boolean)).toHaveLength(1);
    await wait(database.ownerUrl, actor, 1790);
    await checkLoginSession(token);
    await wait(database.ownerUrl, actor, 20);
    expect(await checkLoginSession(token)).toBeNull();
  });

  test("ends at its absolute end however busy (control 9)", async ({ database }) => {
    const actor = await makeOrganisation();
    const token = await signIn(actor, { idleSeconds: 100_000, absoluteSeconds: 3600 });
    await wait(database.ownerUrl, actor, 3590);
    expect(await checkLoginSession(token)).not.toBeNull();
    await wait(database.ownerUrl, actor, 11);
    expect(await checkLoginSession(token)).toBeNull();
  });

  test("ends at once when it is ended, and is not ended from another organisation", async () => {
    const actor = await makeOrganisation();
    const stranger = await makeOrganisation();
    const token = await signIn(actor);
    expect(await inside(stranger, (tx) => endLoginSession(tx, token))).toBeNull();
    expect(await checkLoginSession(token)).not.toBeNull();
    expect(await inside(actor, (tx) => endLoginSession(tx, token))).toEqual(expect.any(String));
    expect(await checkLoginSession(token)).toBeNull();
    expect(await inside(actor, (tx) => endLoginSession(tx, token))).toBeNull();
  });

  test("ends with all others of the same person, and of no one else", async () => {
    const actor = await makeOrganisation();
    const colleague = await makeMember(actor, ["planner"]);
    const tokens = [await signIn(actor), await signIn(actor), await signIn(colleague)];
    expect(await inside(actor, (tx) => endLoginSessionsOf(tx, actor.userId))).toHaveLength(2);
    const lasting = await Promise.all(tokens.map(checkLoginSession));
    expect(lasting.map((login) => login?.userId ?? null)).toEqual([null, null, colleague.userId]);
  });

  test("ends with the membership", async () => {
    const actor = await makeOrganisation();
    const token = await signIn(actor);
    await inside(actor, (tx) => tx.membership.updateMany({ data: { endedAt: new Date() } }));
    expect(await checkLoginSession(token)).toBeNull();
    await expect(signIn(actor)).rejects.toThrow("member of the organisation");
  });

  test("is not opened for a member of another organisation", async () => {
    const actor = await makeOrganisation();
    const stranger = await makeOrganisation();
    const opening = inside(stranger, (tx) => openLoginSession(tx, actor.userId, LIMITS));
    await expect(opening).rejects.toThrow("member of the organisation");
  });
});

describe("the doors", () => {
  test("find an account by its address in any case, and give its id and hash only", async () => {
    const actor = await makeOrganisation();
    const address = `${actor.userId}@LANTERNMOOR.example`;
    const found = await withoutOrganisation((tx) => findAccountByEmail(tx, address));
    expect(found).toEqual({ userId: actor.userId, passwordHash: await passwordHash() });
    expect(
      await withoutOrganisation((tx) => findAccountByEmail(tx, "nobody@lanternmoor.example")),
    ).toBeNull();
  });

  test("give the organisations that a person belongs to now", async () => {
    const actor = await makeOrganisation();
    const listed = () => withoutOrganisation((tx) => listOrganisationsOf(tx, actor.userId));
    expect(await listed()).toEqual([actor.organisationId]);
    await inside(actor, (tx) => tx.membership.updateMany({ data: { endedAt: new Date() } }));
    expect(await listed()).toEqual([]);
  });

  test("add no second account for an address, whatever its case", async () => {
    const actor = await makeOrganisation();
    const again = {
      id: newId(),
      email: `${actor.userId}@Lanternmoor.Example`,
      name: "Robin",
      passwordHash: "",
    };
    expect(await inside(actor, (tx) => addAccount(tx, again))).toBe(false);
  });

  test("let one of two be the first organisation", async () => {
    await makeOrganisation();
    expect(await withoutOrganisation(anyOrganisation)).toBe(true);
    expect(await withoutOrganisation(holdFirstOrganisation)).toBe(false);
  });

  test("change nothing while reading", async () => {
    const actor = await makeOrganisation();
    const scope = { organisationId: actor.organisationId, actorId: actor.userId };
    const opening = readOrganisation(scope, (tx) => openLoginSession(tx, actor.userId, LIMITS));
    await expect(opening).rejects.toMatchObject({ problem: "refused" });
  });
});
