import { lockAdult } from "~/data/adults.server";
import type { Transaction } from "~/data/database.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import type { AuditEvent } from "~/domain/audit-events";
import { may } from "~/domain/permissions";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { change, type Clock } from "./change.server";
import { settleSharedChange } from "./settle-shared-change.server";

export type AdultEdit = {
  tx: Transaction;
  /** The instant of this edit, ISO 8601 in UTC. */
  now: string;
  note: (event: AuditEvent) => void;
};

export type AdultEditOptions = {
  /** The version that the person saw; null where the edit only adds. */
  version?: number | null;
  submission?: Submission | undefined;
  clock?: Clock | undefined;
};

/** `touched`: how many sign-offs of sessions still to come the edit ended. */
export type AdultEdited = { adultId: string; version: number; touched: number };

/**
 * The one way to change an adult's record: holds it, refuses who may not and who saw an older version, does the work,
 * and judges the signed-off sessions that the adult has a part in. With `own`, the adult may do it for themselves
 * whatever their role.
 *
 * Refusals: `not_found`, `forbidden`, `stale_version`, and whatever `work` refuses.
 */
export function editAdult(
  actor: Actor,
  adultId: string,
  { version = null, submission, clock, own = false }: AdultEditOptions & { own?: boolean },
  work: (edit: AdultEdit) => Promise<Outcome<null>>,
): Promise<Outcome<AdultEdited>> {
  const { organisationId } = actor;
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await lockAdult(tx, organisationId, adultId);
      if (held === null || !may(actor, "adult.view")) return notFound;
      const allowed = may(actor, "adult.edit") || (own && (await isThemselves(tx, actor, adultId)));
      if (!allowed) return refuse("forbidden", "You may look at this record but not change it.");
      if (version !== null && version !== held) return refuseStale();

      let done: Outcome<null> = accept(null);
      const touched = await settleSharedChange(
        { tx, now, record: note, actor },
        { kind: "adult", adultId },
        async () => {
          await tx.adult.updateMany({ where: { id: adultId }, data: { version: { increment: 1 } } });
          done = await work({ tx, now, note });
        },
      );
      return done.ok ? accept({ adultId, version: held + 1, touched }) : done;
    },
    { submission, clock },
  );
}

const notFound = refuse("not_found", "There is no such adult.");

async function isThemselves(tx: Transaction, { organisationId, userId }: Actor, adultId: string) {
  const own = await tx.membership.findFirst({ where: { organisationId, userId, adultId, endedAt: null } });
  return own !== null;
}
