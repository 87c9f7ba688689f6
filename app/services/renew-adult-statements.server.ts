import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import {
  adultStatements,
  adultStatementsVersion,
  type AdultStatementKind,
} from "~/domain/people/adult-statements";
import type { Role } from "~/domain/record/fields";
import { accept, type Outcome } from "~/domain/refusal";
import { editAdult, type AdultEdited, type AdultEditOptions } from "./edit-adult.server";

export type AdultStatementsForm = {
  answers: Record<AdultStatementKind, boolean>;
  /** When the adult stated it, `2026-12-10`. */
  statedOn: string;
};

/**
 * Records the three statements R04 to R06 of an adult in one go: by themselves where they have an account, or by
 * staff to whom they were made. Earlier ones stay. Refusals as `editAdult`.
 */
export function renewAdultStatements(
  actor: Actor,
  adultId: string,
  { answers, statedOn }: AdultStatementsForm,
  options: AdultEditOptions = {},
): Promise<Outcome<AdultEdited>> {
  return editAdult(actor, adultId, { ...options, own: true }, async ({ tx, now, note }) => {
    const { organisationId, userId } = actor;
    const rows = adultStatements.map(({ kind }) => ({
      organisationId,
      id: newId(),
      kind,
      adultId,
      statedBy: userId,
      statedAs: roleOf(actor),
      statedOn: new Date(statedOn),
      recordedAt: new Date(now),
      textVersion: adultStatementsVersion,
      answer: answers[kind] ? "yes" : "no",
      scopes: [],
    }));
    await tx.statement.createMany({ data: rows });
    for (const { id, kind } of rows) {
      note({ type: "standing_statement.made", subject: `statement:${id}`, kind, adultId });
    }
    return accept(null);
  });
}

const spokenIn: Role[] = ["safeguarding_lead", "administrator", "planner", "approver", "reviewer"];

/** The role in which somebody who holds several records what adults state. */
function roleOf({ roles }: Actor): Role {
  const role = spokenIn.find((one) => roles.includes(one));
  if (!role) throw new Error("Somebody without a role was allowed to state something");
  return role;
}
