import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Acceptance, SessionRecord, SignedFacts, SignOff } from "~/domain/record/schema";
import { AMINA, IDRIS } from "./lanternmoor";
import type { Trait } from "./record";

function factsOf(record: SessionRecord): SignedFacts {
  const { signOffs: _signOffs, audit: _audit, ...facts } = record;
  return facts;
}

type Accepted = Pick<Acceptance, "requirement" | "subject" | "reason">;

/**
 * Idris signs the record as it stands when the trait is applied; what later traits add is not in the facts as signed.
 */
export function signedOff(at: string, accepted: Accepted[] = []): Trait {
  return (record) => {
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
    const digest = createHash("sha256")
      .update(canonicalize(factsOf(record)) ?? "")
      .digest("hex");
    record.session.submissions.push({
      id: `submission-${record.session.submissions.length + 1}`,
      at: "2026-11-21T17:00:00Z",
      by: AMINA,
      digest,
      returned: null,
    });
    const facts = structuredClone(factsOf(record));
    record.signOffs.push({ id, at, by: IDRIS, rules: record.rules, digest, facts, events: [] });
  };
}

/** What became of the newest sign-off afterwards. */
export function thenSignOff(event: Omit<SignOff["events"][number], "digest">): Trait {
  return (record) => {
    const newest = record.signOffs.at(-1);
    if (!newest) throw new Error("Nothing has been signed off in this record");
    newest.events.push({ ...event, digest: newest.digest });
  };
}
