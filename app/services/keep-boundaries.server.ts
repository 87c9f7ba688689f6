import type { Actor } from "~/domain/actor";
import type { Organisation } from "~/domain/record/organisation";
import type { SessionRecord } from "~/domain/record/schema";
import type { Session } from "~/domain/record/session";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { detailsOf } from "~/domain/session/new-session";
import type { SessionStatementKind } from "~/domain/session/session-statements";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";
import { stateForSession } from "./state-for-session.server";

/** What is stated together with the accounts. */
type BoundaryStatement = Extract<
  SessionStatementKind,
  | "organisation_accounts_only"
  | "no_personal_details"
  | "no_therapeutic_conversations"
  | "can_report_and_remove"
  | "identity_hidden"
>;

export type Boundaries = {
  /** Approved accounts of the organisation. */
  invites: string | null;
  stream: string | null;
  contactRouteId: string | null;
  inviteText: string | null;
  linkSharedPrivately: boolean | null;
  /** A plain date and who agreed it. */
  riskAssessment: { completedOn: string; agreedBy: string } | null;
  /** What the actor states now. */
  states: BoundaryStatement[];
};

/**
 * Records through which accounts and contact young people are reached, the invitation, the risk assessment, and what
 * the actor states about them. Refuses `unknown_account` and `unknown_contact` for what is not the organisation's,
 * `state_again` for an invitation that changes under a statement about it, and as `editSession`.
 */
export function keepBoundaries(
  actor: Actor,
  sessionId: string,
  form: Boundaries,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(actor, sessionId, { ...options, section: "statements" }, async (edit) => {
    const { record, now, tx } = edit;
    const { session, organisation } = record;
    const unknown = notOurs(organisation, form, session);
    if (unknown) return unknown;
    if (mustStateAgain(record, form))
      return refuse(
        "state_again",
        "The invitation changed: tick again that no personal details of staff are given out",
        "states",
      );
    const details = {
      ...detailsOf(session),
      accounts: accountsAfter(session.accounts, form, now),
      inviteText: form.inviteText,
      linkSharedPrivately: form.linkSharedPrivately,
      riskAssessment: riskAfter(session.riskAssessment, form.riskAssessment, now),
    };
    await tx.session.updateMany({
      where: { id: sessionId },
      data: { details, contactRouteId: form.contactRouteId },
    });
    for (const kind of form.states) await stateForSession(edit, actor, { kind, as: "planner" });
    return accept(null);
  });
}

function notOurs(
  { approvedAccounts, contactRoutes }: Organisation,
  { invites, stream, contactRouteId }: Boundaries,
  session: Session,
) {
  const strange = (id: string | null) =>
    id !== null && !approvedAccounts.some((account) => account.id === id);
  const choose = "Select one of the organisation’s approved accounts";
  if (strange(invites)) return refuse("unknown_account", choose, "invites");
  if (strange(stream)) return refuse("unknown_account", choose, "stream");
  const known = contactRoutes.some(({ id }) => id === contactRouteId);
  if (contactRouteId !== null && !known && contactRouteId !== session.contactRouteId)
    return refuse("unknown_contact", "Select one of the organisation’s contacts", "contactRouteId");
  return null;
}

/** A statement that nothing personal is given out was about the words that stood then. */
function mustStateAgain({ session, statements }: SessionRecord, { inviteText, states }: Boundaries): boolean {
  const stated = statements.some(
    ({ kind, about }) => kind === "no_personal_details" && about.id === session.id,
  );
  return stated && inviteText !== session.inviteText && !states.includes("no_personal_details");
}

function accountsAfter(
  before: Session["accounts"],
  { invites, stream }: Boundaries,
  now: string,
): Session["accounts"] {
  if (before?.invites === invites && before.stream === stream) return before;
  return invites === null && stream === null ? null : { invites, stream, recordedAt: now };
}

function riskAfter(
  before: Session["riskAssessment"],
  after: Boundaries["riskAssessment"],
  now: string,
): Session["riskAssessment"] {
  if (!after) return null;
  const same = before?.completedOn === after.completedOn && before.agreedBy === after.agreedBy;
  return same ? before : { ...after, recordedAt: now };
}
