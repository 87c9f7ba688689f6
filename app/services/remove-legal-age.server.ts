import type { Actor } from "~/domain/actor";
import type { Outcome } from "~/domain/refusal";
import type { AddOptions } from "./organisation-edit";
import { reviseLegalAges } from "./revise-legal-ages.server";

/** Takes a law that was recorded by mistake off the policy; see `reviseLegalAges`. Refuses `forbidden` and `not_found`. */
export function removeLegalAge(
  actor: Actor,
  legalAgeId: string,
  options: AddOptions = {},
): Promise<Outcome<{ signOffsTouched: number }>> {
  return reviseLegalAges(
    actor,
    (legalAges) => {
      const others = legalAges.filter(({ id }) => id !== legalAgeId);
      return others.length === legalAges.length ? null : others;
    },
    options,
  );
}
