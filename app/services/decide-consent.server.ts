import { Temporal } from "temporal-polyfill";
import { listMembers } from "~/data/members.server";
import { newId } from "~/data/new-id.server";
import { toStored, toStoredOrNull } from "~/data/stored-time.server";
import type { Actor } from "~/domain/actor";
import { decisionVersions } from "~/domain/consent/decision-words";
import { checkDecision, type Decision } from "~/domain/consent/decisions";
import { viewAt } from "~/domain/readiness/view";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { parseDate } from "~/domain/time/words";
import { editSession, type EditOptions, type SessionEdited, type SessionEdit } from "./edit-session.server";

/**
 * A safeguarding lead who neither plans nor hosts records whether a young person can answer without a parent or carer,
 * or whose answer counts where givers differ. A newer decision takes the place of an older one and a no ends it; none
 * is ever changed. What is decided re-opens no statement, and bars nobody from signing off.
 *
 * Refusals: `not_found`, as `checkDecision`, and as `editSession`.
 */
export function decideConsent(
  actor: Actor,
  sessionId: string,
  participantId: string,
  decision: Decision,
  options: Omit<EditOptions, "section" | "action">,
): Promise<Outcome<SessionEdited>> {
  const lead = { ...options, section: "consent", action: "session.consider" } as const;
  return editSession(actor, sessionId, lead, async (edit) => {
    const { tx, now, record, note } = edit;
    const participant = record.participants.find(({ id }) => id === participantId);
    if (!participant) return refuse("not_found", "There is nobody with this code in this session.");
    const view = viewAt(record, Temporal.Instant.from(now));
    const members = await listMembers(tx, actor.organisationId);
    const checked = checkDecision(view, participant, actor.userId, decision, members);
    if (!checked.ok) return checked;
    const id = await addDecision(edit, actor, participantId, decision);
    note({
      type: "statement.made",
      subject: `statement:${id}`,
      sessionId,
      kind: decision.kind,
      participantId,
    });
    return accept(null);
  });
}

async function addDecision(
  { tx, now, record: { session } }: SessionEdit,
  { organisationId, userId }: Actor,
  participantId: string,
  decision: Decision,
): Promise<string> {
  const { kind, scopes, until, note } = decision;
  const competence = kind === "competence_decision";
  const agreed = competence ? decision.agreed : decision.giverId !== null;
  const id = newId();
  await tx.statement.create({
    data: {
      organisationId,
      id,
      kind,
      sessionId: session.id,
      participantId,
      statedBy: userId,
      statedAs: "safeguarding_lead",
      statedOn: toStored(
        Temporal.Instant.from(now).toZonedDateTimeISO(session.zone).toPlainDate().toString(),
      ),
      recordedAt: toStored(now),
      textVersion: decisionVersions[kind],
      answer: agreed ? "yes" : "no",
      scopes: [...scopes],
      giverId: competence ? null : decision.giverId,
      proposedBy: competence ? decision.proposedBy : null,
      until: toStoredOrNull(agreed && until ? endOfDay(until, session.zone) : null),
    },
  });
  await tx.statementNote.create({ data: { organisationId, statementId: id, note } });
  return id;
}

/** The instant at which a local day is over, ISO 8601 in UTC. */
function endOfDay(date: string, zone: string): string {
  return parseDate(date).add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
}
