import { describe, expect } from "vitest";
import { withOrganisation } from "~/data/database.server";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import { digestOf } from "~/domain/record/digest";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { changeDetails } from "~/services/change-details.server";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { bringAdultBack, standDownAdult } from "~/services/stand-down-adult.server";
import { NOW, recordOf, versionOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { pastPolicies } from "../support/owner";
import { storeScenario, type StoredSession } from "../support/stored-session";

let seconds = 0;
/** Every change happens a second after the one before it. */
const clock = () => NOW.add({ seconds: (seconds += 1) });

const ready = () => storeScenario("s04-twin-last-good-day");
const approving = (actor: Actor): Actor => ({ ...actor, roles: [...actor.roles, "approver"] });

async function mark({ amina, sessionId }: StoredSession) {
  expect(await markSessionReady(amina, sessionId, { version: null, clock })).toMatchObject({ ok: true });
}

async function sign(stored: StoredSession, actor: Actor): Promise<string> {
  const seen = digestOf(materialFacts(await recordOf(stored)));
  const form = { seen, accepted: [], adultsSuit: true, clock };
  const outcome = await signOffSession(actor, stored.sessionId, form);
  return outcome.ok ? "signed" : outcome.refusal.code;
}

async function moveRoom(stored: StoredSession, by: Actor, where: string) {
  const { session } = await recordOf(stored);
  const form = { ...session, titleConfirmed: false, where, placeKind: "open", placeSuitable: true } as const;
  const options = { version: await versionOf(stored), clock };
  expect(await changeDetails(by, stored.sessionId, form, options)).toMatchObject({ ok: true });
}

/** Somebody stands an observer down and brings them back, from the adult's own page. */
async function withoutObserverAWhile(stored: StoredSession, by: Actor) {
  const { session } = await recordOf(stored);
  const adultId = session.assignments.find(({ role }) => role === "observer")?.adultId ?? "";
  const done = await standDownAdult(by, adultId, { clock });
  await bringAdultBack(by, adultId, { clock });
  return done;
}

describe("control 4, in the database itself: past every service a sign-off", () => {
  test.for(["planner", "host", "observer", "approver"] as const)("by the %s", async (who, { database }) => {
    const stored = await ready();
    const { amina, idris, sessionId, record } = stored;
    const { organisationId } = amina;
    const person = who === "planner" ? amina : idris;
    const role = record.session.assignments.find((one) => one.role === who);
    if (role)
      await pastPolicies(
        database.ownerUrl,
        "membership",
        "UPDATE membership SET adult_id = $3 WHERE organisation_id = $1 AND user_id = $2",
        [organisationId, person.userId, role.adultId],
      );
    const signing = withOrganisation({ organisationId, actorId: person.userId }, (tx) =>
      tx.signOff.create({
        data: {
          organisationId,
          id: newId(),
          sessionId,
          signedAt: new Date(),
          signedBy: person.userId,
          rules: "1",
          digest: "0".repeat(64),
        },
      }),
    );
    if (who === "approver") await expect(signing).resolves.toMatchObject({ sessionId });
    else await expect(signing).rejects.toMatchObject({ problem: "invalid" });
  });
});

describe("signing off", () => {
  test("is barred to planner, host and whoever widened it since the last sign-off", async () => {
    const stored = await ready();
    const { amina, wren, odalys, idris, petra } = stored;
    await moveRoom(stored, wren, "Small hall");
    await mark(stored);
    expect(await sign(stored, approving(amina))).toBe("barred");
    expect(await sign(stored, odalys)).toBe("barred");
    expect(await sign(stored, approving(wren))).toBe("barred");
    expect(await sign(stored, petra)).toBe("forbidden");
    expect(await sign(stored, stored.stranger)).toBe("not_found");
    expect(await sign(stored, idris)).toBe("signed");
  });

  test("is barred to who widened it only until somebody else has signed", async () => {
    const stored = await ready();
    const wren = approving(stored.wren);
    await moveRoom(stored, wren, "Small hall");
    await mark(stored);
    expect(await sign(stored, stored.idris)).toBe("signed");
    await moveRoom(stored, stored.amina, "Big hall");
    await mark(stored);
    expect(await sign(stored, wren)).toBe("signed");
  });

  test("is barred to whoever lapsed it through something that sessions share", async () => {
    const stored = await ready();
    const sorrel = approving(stored.sorrel);
    await mark(stored);
    expect(await sign(stored, stored.idris)).toBe("signed");
    expect(await withoutObserverAWhile(stored, sorrel)).toMatchObject({ value: { touched: 1 } });
    await mark(stored);
    expect(await sign(stored, sorrel)).toBe("barred");
    expect(await sign(stored, stored.idris)).toBe("signed");
  });

  test("is barred to whoever widened it through something shared after it had lapsed, too", async () => {
    const stored = await ready();
    const sorrel = approving(stored.sorrel);
    await mark(stored);
    expect(await sign(stored, stored.idris)).toBe("signed");
    await moveRoom(stored, stored.amina, "Big hall");
    expect(await withoutObserverAWhile(stored, sorrel)).toMatchObject({ value: { touched: 0 } });
    await mark(stored);
    expect(await sign(stored, sorrel)).toBe("barred");
  });
});
