import { newId } from "~/data/new-id.server";
import { toStored } from "~/data/stored-time.server";
import type { Actor } from "~/domain/actor";
import {
  STATEMENT_TEXT_VERSION,
  type OrganisationStatementKind,
} from "~/domain/people/organisation-statements";
import { may } from "~/domain/permissions";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { homeDate } from "~/domain/time/today";
import { change } from "./change.server";
import type { AddOptions } from "./organisation-edit";
import { settleSharedChange } from "./settle-shared-change.server";

export type OrganisationAnswers = Partial<Record<OrganisationStatementKind, "yes" | "no">>;

/**
 * Records what the organisation states for all its sessions, today and in the actor's name. A no breaks sessions that
 * rested on the yes. Refuses `forbidden`, and `nothing_stated` where nothing was answered.
 */
export function stateForOrganisation(
  actor: Actor,
  answers: OrganisationAnswers,
  { submission, clock }: AddOptions = {},
): Promise<Outcome<{ signOffsTouched: number }>> {
  return change(
    actor,
    async (edit) => {
      const { tx, now, record } = edit;
      if (!may(actor, "organisation.edit")) {
        return refuse("forbidden", "Only an administrator makes the organisation's statements.");
      }
      const given = Object.entries(answers) as [OrganisationStatementKind, "yes" | "no"][];
      if (given.length === 0) return refuse("nothing_stated", "Answer at least one of the statements");
      const { organisationId, userId } = actor;
      const rows = given.map(([kind, answer]) => ({
        organisationId,
        id: newId(),
        kind,
        statedBy: userId,
        statedAs: "administrator",
        statedOn: toStored(homeDate(now)),
        recordedAt: toStored(now),
        textVersion: STATEMENT_TEXT_VERSION,
        answer,
        scopes: [],
      }));
      const signOffsTouched = await settleSharedChange(
        { ...edit, actor },
        { kind: "organisation" },
        async () => {
          await tx.statement.createMany({ data: rows });
        },
      );
      for (const { id, kind } of rows) {
        record({ type: "standing_statement.made", subject: `statement:${id}`, kind, adultId: null });
      }
      return accept({ signOffsTouched });
    },
    { submission, clock },
  );
}
