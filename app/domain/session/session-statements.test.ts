import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { aLeadStatement, aStatement } from "../../../tests/factories/statements";
import { alsoStated, neverStated } from "../../../tests/factories/traits";
import { evaluate } from "../readiness/evaluate";
import { sessionStatements, statedOf, type SessionStatementKind } from "./session-statements";

const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");

function stated(kind: SessionStatementKind, ...traits: Trait[]) {
  const record = aRecord({}, ...traits);
  return statedOf(record, evaluate(record, NOW), kind);
}

const about = { kind: "session", id: "evening-in-december" } as const;
const at = "2026-11-22T18:00:00Z";
const again = (changes: Partial<Parameters<typeof aStatement>[0]>) =>
  alsoStated(aStatement({ id: "again", kind: "needs_asked", about, at, ...changes }));

describe("how a statement about a session stands", () => {
  test("stated, by whom and when; missing where nobody did", () => {
    expect(stated("needs_asked", again({ note: "By telephone" }))).toEqual({
      state: "stated",
      by: "Amina Farrow",
      on: "22 November 2026",
      note: "By telephone",
    });
    const missing = { state: "missing", by: "", on: "", note: null };
    expect(stated("needs_asked", neverStated("needs_asked"))).toEqual(missing);
  });

  test("by the newest of its kind about this very session", () => {
    expect(stated("needs_asked", again({ answer: "no" })).state).toBe("refused");
    expect(stated("needs_asked", again({ answer: "no", at: "2026-11-01T10:00:00Z" })).state).toBe("stated");
    expect(stated("needs_asked", again({ answer: "no", kind: "identity_hidden" })).state).toBe("stated");
    const elsewhere = { kind: "session", id: "another" } as const;
    expect(stated("needs_asked", again({ answer: "no", about: elsewhere })).state).toBe("stated");
    const ofAnAdult = { kind: "adult", id: about.id } as const;
    expect(stated("needs_asked", again({ answer: "no", about: ofAnAdult })).state).toBe("stated");
  });

  test("again, where what it speaks of changed since", () => {
    const moved: Trait = ({ session }) => void (session.platforms[0]!.chosenAt = "2026-11-23T09:00:00Z");
    expect(stated("identity_hidden", moved).state).toBe("again");
    expect(stated("organisation_accounts_only", moved).state).toBe("stated");
    const added: Trait = ({ participants }) => void (participants[0]!.addedAt = "2026-11-23T09:00:00Z");
    expect(stated("lead_considered", added).state).toBe("again");
    const anew = alsoStated(
      aLeadStatement({ id: "anew", kind: "lead_considered", about, at: "2026-11-23T09:30:00Z" }),
    );
    expect(stated("lead_considered", added, anew).state).toBe("stated");
  });

  test("by somebody who has left, where nobody of that id is there", () => {
    expect(stated("needs_asked", again({ by: "user-gone" })).by).toBe("somebody who has left");
  });

  test.each(Object.keys(sessionStatements) as SessionStatementKind[])("%s names its requirement", (kind) => {
    const { requirement, version, words } = sessionStatements[kind];
    const ids = evaluate(aRecord(), NOW).requirements.map(({ id }) => id);
    expect(ids).toContain(requirement);
    expect([version, words.length > 10]).toEqual([1, true]);
  });
});
