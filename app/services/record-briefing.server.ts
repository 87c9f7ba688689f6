import { Temporal } from "temporal-polyfill";
import { newId } from "~/data/new-id.server";
import type { Submission } from "~/data/submission.server";
import { toStored } from "~/data/stored-time.server";
import type { Actor } from "~/domain/actor";
import type { Briefing } from "~/domain/record/participant";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import type { Clock } from "./change.server";
import { editSession, type SessionEdited } from "./edit-session.server";

/** `at`: when it was given, an instant; null for just now. `version`: of the briefing that was read. */
export type BriefingGiven = Pick<Briefing, "how" | "version" | "points" | "briefedBy" | "accessSupport"> & {
  participantIds: string[];
  at: string | null;
};

type Options = { submission?: Submission | undefined; clock?: Clock | undefined };

/**
 * Records that young people were spoken to before the session, with what was said to them. One row for each of them;
 * a repeated briefing is another row, and nothing is ever re-dated.
 *
 * Refusals: `not_found` for anybody who does not take part in this session, `in_future`, `unknown_version`, and as
 * `editSession`.
 */
export function recordBriefing(
  actor: Actor,
  sessionId: string,
  { participantIds, at, ...given }: BriefingGiven,
  { submission, clock }: Options,
): Promise<Outcome<SessionEdited>> {
  const options = { section: "briefing", version: null, submission, clock } as const;
  return editSession(actor, sessionId, options, async ({ tx, now, record, note }) => {
    const present = new Set(record.participants.map(({ id }) => id));
    if (participantIds.length === 0 || participantIds.some((id) => !present.has(id))) {
      return refuse("not_found", "Somebody whom you chose does not take part in this session.");
    }
    const briefedAt = at ?? now;
    if (Temporal.Instant.compare(Temporal.Instant.from(briefedAt), Temporal.Instant.from(now)) > 0) {
      return refuse("in_future", "When the briefing was given must be in the past", "date");
    }
    const read = record.policy.briefingVersions.find(({ version }) => version === given.version);
    if (!read) return refuse("unknown_version", "The briefing has changed. Open this page again.");

    const { organisationId, userId } = actor;
    const rows = participantIds.map((participantId) => ({ id: newId(), participantId }));
    await tx.briefing.createMany({
      data: rows.map((row) => ({
        ...row,
        ...given,
        organisationId,
        sessionId,
        briefedAt: toStored(briefedAt),
        recordedAt: toStored(now),
        recordedBy: userId,
      })),
    });
    const { version, points } = given;
    for (const { id, participantId } of rows) {
      note({ type: "briefing.given", subject: `briefing:${id}`, sessionId, participantId, version, points });
    }
    return accept(null);
  });
}
