import type { View } from "~/domain/readiness/view";
import type { Participant } from "~/domain/record/participant";
import { lastGoodDate } from "~/domain/time/local";
import { dateParts } from "./date-field";
import { NOBODY } from "./decision-form";
import type { FormValues } from "./read-form-data";

/** The newest decision of each kind about a young person, as its form's own values; nothing before the first. */
export function decisionDefaults(
  view: View,
  { id }: Participant,
): { competence: FormValues; conflict: FormValues } {
  const about = { kind: "participant", id } as const;
  const alone = view.statement("competence_decision", about);
  const counting = view.statement("conflict_decision", about);
  const { zone } = view.facts.session;
  return {
    competence: alone
      ? {
          agreed: alone.answer,
          forScopes: alone.scopes,
          proposedBy: alone.proposedBy ?? "",
          ...lastDay("agreedUntil", alone.until, zone),
          considered: alone.note ?? "",
        }
      : {},
    conflict: counting
      ? {
          scopes: counting.scopes,
          giver: counting.giverId ?? NOBODY,
          why: counting.note ?? "",
          ...lastDay("until", counting.until, zone),
        }
      : {},
  };
}

/** Left out where there is none, so that the question stays folded away. */
function lastDay(name: string, until: string | null, zone: string): FormValues {
  return until === null ? {} : { [name]: dateParts(lastGoodDate(until, zone)) };
}
