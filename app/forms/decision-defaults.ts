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
          agreedUntil: dateParts(lastGoodDate(alone.until, zone)),
          considered: alone.note ?? "",
        }
      : {},
    conflict: counting
      ? {
          scopes: counting.scopes,
          giver: counting.giverId ?? NOBODY,
          why: counting.note ?? "",
          until: dateParts(lastGoodDate(counting.until, zone)),
        }
      : {},
  };
}
