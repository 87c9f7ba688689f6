import { describe, expect } from "vitest";
import { readOrganisation } from "~/data/database.server";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { change, type Change } from "~/services/change.server";
import { makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";

function scopeOf({ organisationId, userId }: Actor) {
  return { organisationId, actorId: userId };
}

function nameOf(actor: Actor): Promise<string> {
  return readOrganisation(scopeOf(actor), async (tx) => {
    const found = await tx.organisation.findUniqueOrThrow({ where: { id: actor.organisationId } });
    return found.name;
  });
}

function eventCount(actor: Actor): Promise<number> {
  return readOrganisation(scopeOf(actor), (tx) => tx.auditEvent.count());
}

/** Renames the organisation as of the version that was seen. */
function rename(actor: Actor, name: string, version: number) {
  return async ({ tx, record }: Change): Promise<Outcome<{ version: number }>> => {
    const { count } = await tx.organisation.updateMany({
      where: { id: actor.organisationId, version },
      data: { name, version: { increment: 1 } },
    });
    if (count === 0) return refuseStale();
    record({
      type: "organisation.changed",
      subject: `organisation:${actor.organisationId}`,
      fields: ["name"],
    });
    return accept({ version: version + 1 });
  };
}

describe("a change", () => {
  test("is kept together with its event", async () => {
    const actor = await makeOrganisation();
    const before = await eventCount(actor);
    expect(await change(actor, rename(actor, "Fernhill", 1))).toEqual({ ok: true, value: { version: 2 } });
    expect(await nameOf(actor)).toBe("Fernhill");
    expect(await eventCount(actor)).toBe(before + 1);
  });

  test("that records nothing is undone and is an error (control 5)", async () => {
    const actor = await makeOrganisation();
    const silent = change(actor, async ({ tx }) => {
      await tx.organisation.updateMany({ data: { name: "Fernhill" } });
      return accept(null);
    });
    await expect(silent).rejects.toThrow("without recording");
    expect(await nameOf(actor)).toBe("Lanternmoor Youth Advice");
  });

  test("that is refused is undone, events and all", async () => {
    const actor = await makeOrganisation();
    const before = await eventCount(actor);
    const outcome = await change(actor, async (edit) => {
      await rename(actor, "Fernhill", 1)(edit);
      return refuse("not_today", "Not today.", "name");
    });
    expect(outcome).toEqual({
      ok: false,
      refusal: { code: "not_today", message: "Not today.", field: "name" },
    });
    expect(await nameOf(actor)).toBe("Lanternmoor Youth Advice");
    expect(await eventCount(actor)).toBe(before);
  });

  test("that throws leaves neither write nor event", async () => {
    const actor = await makeOrganisation();
    const before = await eventCount(actor);
    const broken = change(actor, async (edit) => {
      await rename(actor, "Fernhill", 1)(edit);
      throw new Error("a bug");
    });
    await expect(broken).rejects.toThrow("a bug");
    expect(await nameOf(actor)).toBe("Lanternmoor Youth Advice");
    expect(await eventCount(actor)).toBe(before);
  });

  test("refuses an event that carries free text", async () => {
    const actor = await makeOrganisation();
    const telling = change(actor, async ({ record }) => {
      record({
        type: "organisation.changed",
        subject: `organisation:${actor.organisationId}`,
        fields: ["Maya Okafor was here"],
      });
      return accept(null);
    });
    await expect(telling).rejects.toThrow("invalid_format");
  });

  test("made 20 times at once on one version is made once (control 6)", async () => {
    const actor = await makeOrganisation();
    const names = Array.from({ length: 20 }, (_, i) => `Fernhill ${i}`);
    const outcomes = await Promise.all(names.map((name) => change(actor, rename(actor, name, 1))));
    const winners = outcomes.flatMap((outcome, i) => (outcome.ok ? [names[i]] : []));
    expect(winners).toEqual([await nameOf(actor)]);
    expect(
      outcomes.filter((outcome) => !outcome.ok && outcome.refusal.code === "stale_version"),
    ).toHaveLength(19);
  });
});

describe("a submission", () => {
  /** Adds a role row for another member, as a form that creates something would. */
  function addMember(actor: Actor, submission: { id: string; content: unknown }) {
    return change(
      actor,
      async ({ tx, record }) => {
        const id = newId();
        await tx.submission.create({
          data: { organisationId: actor.organisationId, actorId: id, id, requestHash: new Uint8Array(32) },
        });
        record({ type: "membership.ended", subject: `user:${id}` });
        return accept({ id });
      },
      { submission },
    );
  }

  test("sent 20 times at once is done once and answered alike (control 7)", async () => {
    const actor = await makeOrganisation();
    const before = await eventCount(actor);
    const submission = { id: newId(), content: { name: "Fernhill" } };
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => addMember(actor, submission)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]?.ok).toBe(true);
    expect(await eventCount(actor)).toBe(before + 1);
    const rows = await readOrganisation(scopeOf(actor), (tx) => tx.submission.count());
    expect(rows).toBe(2);
  });

  test("sent again with other content is refused", async () => {
    const actor = await makeOrganisation();
    const id = newId();
    expect((await addMember(actor, { id, content: { name: "Fernhill" } })).ok).toBe(true);
    const second = await addMember(actor, { id, content: { name: "Ashgrove" } });
    expect(second).toMatchObject({ ok: false, refusal: { code: "submission_reused" } });
  });

  test("that was refused may be mended and sent again", async () => {
    const actor = await makeOrganisation();
    const id = newId();
    const first = await change(actor, async () => refuse("empty", "Enter a name"), {
      submission: { id, content: { name: "" } },
    });
    expect(first.ok).toBe(false);
    expect((await addMember(actor, { id, content: { name: "Fernhill" } })).ok).toBe(true);
  });
});
