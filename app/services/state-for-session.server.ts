import { Temporal } from "temporal-polyfill";
import { newId } from "~/data/new-id.server";
import { toStored } from "~/data/stored-time.server";
import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import { sessionStatements, type SessionStatementKind } from "~/domain/session/session-statements";
import type { SessionEdit } from "./edit-session.server";

export type StatedNow = {
  kind: SessionStatementKind;
  answer?: "yes" | "no";
  note?: string | null;
  /** The role in which it is stated. */
  as: Role;
};

/**
 * Writes down what the actor states about the session that is being edited. Stating it again adds a statement; the
 * earlier ones stay. Dated in the session's own zone. The caller has authorised the edit.
 */
export async function stateForSession(
  { tx, now, record, note: noteEvent }: SessionEdit,
  { organisationId, userId }: Actor,
  { kind, answer = "yes", note = null, as }: StatedNow,
): Promise<void> {
  const { id: sessionId, zone } = record.session;
  const id = newId();
  await tx.statement.create({
    data: {
      organisationId,
      id,
      kind,
      sessionId,
      statedBy: userId,
      statedAs: as,
      statedOn: toStored(Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().toString()),
      recordedAt: toStored(now),
      textVersion: sessionStatements[kind].version,
      answer,
      scopes: [],
    },
  });
  if (note) await tx.statementNote.create({ data: { organisationId, statementId: id, note } });
  noteEvent({ type: "statement.made", subject: `statement:${id}`, sessionId, kind, participantId: null });
}
