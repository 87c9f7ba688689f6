import { newId } from "~/data/new-id.server";
import type { Transaction } from "~/data/database.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import type { AuditEvent } from "~/domain/audit-events";
import { may } from "~/domain/permissions";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change, type Clock } from "./change.server";

export type NewAdult = {
  name: string;
  email: string | null;
  /** Whether the actor states that this person is 18 or over; null while nobody has. */
  over18: boolean | null;
};

/** Adds an adult who may be given a part in sessions. Refuses with `forbidden`. */
export function addAdult(
  actor: Actor,
  form: NewAdult,
  { submission, clock }: { submission?: Submission | undefined; clock?: Clock | undefined } = {},
): Promise<Outcome<{ adultId: string }>> {
  return change(
    actor,
    async ({ tx, now, record }) => {
      if (!may(actor, "adult.edit")) return mayNotAdd;
      return accept({ adultId: await createAdult({ tx, now, note: record, actor }, form) });
    },
    { submission, clock },
  );
}

export const mayNotAdd = refuse("forbidden", "Your role does not include adding adults.");

/** Writes a new adult's row inside a change that is already allowed. */
export async function createAdult(
  { tx, now, note, actor }: { tx: Transaction; now: string; note: (event: AuditEvent) => void; actor: Actor },
  { name, email, over18 }: NewAdult,
): Promise<string> {
  const id = newId();
  const stated = over18 === null ? null : { over18, over18By: actor.userId, over18At: new Date(now) };
  await tx.adult.create({
    data: { organisationId: actor.organisationId, id, name, email, createdAt: new Date(now), ...stated },
  });
  note({ type: "adult.added", subject: `adult:${id}` });
  return id;
}
