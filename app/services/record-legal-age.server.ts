import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import type { Policy } from "~/domain/record/organisation";
import type { Outcome } from "~/domain/refusal";
import type { AddOptions } from "./organisation-edit";
import { reviseLegalAges } from "./revise-legal-ages.server";

export type LegalAge = Omit<Policy["legalAges"][number], "id">;

/** Records a law that bars young people by age from kinds of platform; see `reviseLegalAges`. Refuses `forbidden`. */
export function recordLegalAge(
  actor: Actor,
  legalAge: LegalAge,
  options: AddOptions = {},
): Promise<Outcome<{ signOffsTouched: number }>> {
  const added = { ...legalAge, id: newId() };
  return reviseLegalAges(actor, (legalAges) => [...legalAges, added], options);
}
