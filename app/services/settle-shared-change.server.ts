import { Temporal } from "temporal-polyfill";
import { lockSessions } from "~/data/lock-session.server";
import { loadSessionRecords } from "~/data/session-record.server";
import { listUpcomingOn, type Shared } from "~/data/upcoming-sessions.server";
import type { Actor } from "~/domain/actor";
import type { AuditEvent } from "~/domain/audit-events";
import type { SessionRecord } from "~/domain/record/schema";
import { changeCode } from "~/domain/sign-off/change-words";
import { judgeEdit, type EditJudgement } from "~/domain/sign-off/judge-edit";
import { latestSignOff } from "~/domain/sign-off/standing";
import type { Change } from "./change.server";
import { settleSignOff } from "./settle-sign-off.server";

/**
 * Does `write` to something that sessions share, and settles what it means for the sign-off of each session that has
 * not started yet and rests on it, judged by its record before and after. The sessions are held from before the
 * writing, so that nobody signs off facts that are just being changed. Answers with how many sign-offs it touched.
 */
export async function settleSharedChange(
  { tx, now, record: note, actor }: Omit<Change, "recordForInstallation"> & { actor: Actor },
  shared: Shared,
  write: () => Promise<void>,
): Promise<number> {
  const { organisationId } = actor;
  const ids = await listUpcomingOn(tx, organisationId, shared, now);
  await lockSessions(tx, organisationId, ids);
  const before = (await loadSessionRecords(tx, organisationId, ids)).filter(isSignedOff);

  await write();
  if (before.length === 0) return 0;

  const signedIds = before.map((record) => record.session.id);
  const after = new Map(
    (await loadSessionRecords(tx, organisationId, signedIds)).map((record) => [record.session.id, record]),
  );
  let touched = 0;
  for (const each of before) {
    const changed = after.get(each.session.id);
    if (!changed) throw new Error("A session vanished while something it rests on was changed");
    const judgement = judgeEdit(each, changed, Temporal.Instant.from(now));
    if (judgement.effect === "lapsed") note(widenedThroughShared(each, judgement));
    const settling = {
      tx,
      now,
      actor,
      note,
      before: each,
      after: changed,
      judgement,
      isAnswer: false,
      taken: [],
    };
    if ((await settleSignOff(settling)) !== "nothing") touched += 1;
  }
  return touched;
}

/** Whoever widens a session through something shared widens it as an edit of its own would, and does not sign it next. */
function widenedThroughShared({ session: { id } }: SessionRecord, { changes }: EditJudgement): AuditEvent {
  return {
    type: "session.changed",
    subject: `session:${id}`,
    sessionId: id,
    section: "shared",
    effect: "lapsed",
    changes: [...new Set(changes.map(changeCode))],
  };
}

function isSignedOff({ signOffs, session }: SessionRecord): boolean {
  return latestSignOff(signOffs) !== null && !session.cancelled;
}
