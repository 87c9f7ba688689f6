import { newId } from "~/data/new-id.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { emptyDetails } from "~/domain/session/new-session";
import { change, type Clock } from "./change.server";

export type NewSession = {
  kind: "host" | "join";
  title: string;
  /** Instants in UTC. */
  startsAt: string;
  endsAt: string;
  zone: string;
};

/** Begins a draft with what it needs to be found again: everything else can follow. Refuses with `forbidden`. */
export function planSession(
  actor: Actor,
  { kind, title, startsAt, endsAt, zone }: NewSession,
  { submission, clock }: { submission?: Submission | undefined; clock?: Clock | undefined } = {},
): Promise<Outcome<{ sessionId: string }>> {
  return change(
    actor,
    async ({ tx, now, record }) => {
      if (!may(actor, "session.plan")) return refuse("forbidden", "Only a planner can plan a session.");
      const { organisationId, userId } = actor;
      const { sessionCount } = await tx.organisation.update({
        where: { id: organisationId },
        data: { sessionCount: { increment: 1 } },
      });
      const sessionId = newId();
      await tx.session.create({
        data: {
          organisationId,
          id: sessionId,
          reference: `GR-${String(sessionCount).padStart(4, "0")}`,
          title,
          kind,
          format: "livestream",
          audience: "named",
          plannedBy: userId,
          createdAt: new Date(now),
          startsAt: new Date(startsAt),
          endsAt: new Date(endsAt),
          zone,
          details: emptyDetails(now),
        },
      });
      record({ type: "session.created", subject: `session:${sessionId}`, sessionId });
      return accept({ sessionId });
    },
    { submission, clock },
  );
}
