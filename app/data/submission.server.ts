import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "./database.server";

/** One sending of one form. `id` stands in the form; `content` is all that decides what the change does. */
export type Submission = { id: string; content: unknown };

export type SubmissionOwner = { organisationId: string; actorId: string };

/** `new`: do the work. `replay`: it was done, with this result. `reused`: the same id with other content. */
export type Claim = { state: "new" } | { state: "replay"; result: unknown } | { state: "reused" };

function requestHash(content: unknown): Uint8Array<ArrayBuffer> {
  const text = canonicalize(content) ?? "null";
  return new Uint8Array(createHash("sha256").update(text, "utf8").digest());
}

/**
 * Claims a submission for this transaction. Whoever sends the same id at the same moment waits here until the first is
 * committed (and then gets its result) or undone (and then does the work).
 */
export async function claimSubmission(
  tx: Transaction,
  owner: SubmissionOwner,
  submission: Submission,
): Promise<Claim> {
  const hash = requestHash(submission.content);
  const key = { ...owner, id: submission.id };
  const { count } = await tx.submission.createMany({
    data: { ...key, requestHash: hash },
    skipDuplicates: true,
  });
  if (count === 1) return { state: "new" };
  const earlier = await tx.submission.findUniqueOrThrow({ where: { organisationId_actorId_id: key } });
  if (Buffer.compare(earlier.requestHash, hash) !== 0) return { state: "reused" };
  return { state: "replay", result: kept(earlier.result) };
}

function kept(stored: Prisma.JsonValue): unknown {
  return stored !== null && typeof stored === "object" && "value" in stored ? stored["value"] : null;
}

/** Keeps the result for whoever sends the same form again. Results hold ids and versions, never what was typed. */
export async function keepSubmissionResult(
  tx: Transaction,
  owner: SubmissionOwner,
  id: string,
  result: Prisma.InputJsonValue | null,
): Promise<void> {
  const where = { organisationId_actorId_id: { ...owner, id } };
  await tx.submission.update({ where, data: { result: { value: result } }, select: { id: true } });
}
