import type { Acceptance, SessionRecord, SignedFacts, SignOff } from "~/domain/record/schema";
import { digestOf } from "~/domain/record/digest";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { AMINA, IDRIS } from "./lanternmoor";
import type { Trait } from "./record";

/** What a sign-off keeps of a record. */
export function factsOf(record: SessionRecord): SignedFacts {
  const { signOffs: _signOffs, audit: _audit, ...facts } = record;
  return facts;
}

/** Amina marks the session ready, which sends it for sign-off; `comments` sends it back. */
export function sentForSignOff(at: string, comments: string | null = null): Trait {
  return (record) => {
    record.session.submissions.push({
      id: `submission-${record.session.submissions.length + 1}`,
      at,
      by: AMINA,
      digest: digestOf(materialFacts(factsOf(record))),
      returned: comments === null ? null : { at, by: IDRIS, comments },
    });
  };
}

type Accepted = Pick<Acceptance, "requirement" | "subject" | "reason">;

/**
 * Sent the afternoon before, and signed by Idris as the record stands when the trait is applied; what later traits
 * add is not in the facts as signed.
 */
export function signedOff(at: string, accepted: Accepted[] = []): Trait {
  return (record) => {
    sentForSignOff("2026-11-21T17:00:00Z")(record);
    const id = `sign-off-${record.signOffs.length + 1}`;
    record.acceptances.push(
      ...accepted.map((one) => ({
        id: `acceptance-${one.requirement}`,
        signOffId: id,
        code: "needs_acceptance",
        by: IDRIS,
        at,
        until: null,
        endedAt: null,
        ...one,
      })),
    );
    const facts = structuredClone(factsOf(record));
    const digest = digestOf(materialFacts(facts));
    record.signOffs.push({ id, at, by: IDRIS, rules: record.rules, digest, facts, events: [] });
  };
}

/** What became of the newest sign-off, with the facts as they stand when the trait is applied. */
export function thenSignOff(event: Omit<SignOff["events"][number], "digest">): Trait {
  return (record) => {
    const newest = record.signOffs.at(-1);
    if (!newest) throw new Error("Nothing has been signed off in this record");
    newest.events.push({ ...event, digest: digestOf(materialFacts(factsOf(record))) });
  };
}
