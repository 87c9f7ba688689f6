import { z } from "zod";
import { scopeHeadings } from "~/domain/consent/words";
import type { Decision } from "~/domain/consent/decisions";
import { consentScope } from "~/domain/record/fields";
import { choice, choices, optionalId, revealedBy } from "./choice";
import { optionalDateField } from "./date-field";
import { paragraphs } from "./text";

/** Names nobody: takes an earlier decision back. */
export const NOBODY = "nobody";

const scopes = consentScope.options;

/** Whether a young person can answer without a parent or carer. Its fields share a page with those of `conflictForm`. */
export const competenceForm = revealedBy(
  z.object({
    agreed: choice(["yes", "no"], { select: "Select whether they can answer alone" }),
    forScopes: choices(scopes, { select: "Select what they can answer alone" }),
    agreedUntil: optionalDateField({ label: "Last day" }),
    proposedBy: optionalId({ select: "Select who proposed it" }),
    considered: paragraphs({
      label: "What you considered",
      enter: "Enter what you considered",
      max: 1000,
    }),
  }),
  { answer: "agreed", is: "yes", fields: ["forScopes", "proposedBy", "agreedUntil"] },
).transform(({ agreed, forScopes, proposedBy, agreedUntil, considered }, context): Decision => {
  const missing = (name: string, message: string) =>
    context.addIssue({ code: "custom", path: [name], message });
  if (agreed === "yes" && forScopes.length === 0) missing("forScopes", "Select what they can answer alone");
  if (agreed === "yes" && proposedBy === null) missing("proposedBy", "Select who proposed it");
  return {
    kind: "competence_decision",
    agreed: agreed === "yes",
    scopes: forScopes,
    proposedBy,
    note: considered,
    until: agreedUntil,
  };
});

/** Whose answer counts where those who answered differ. */
export const conflictForm = z
  .object({
    scopes: choices(scopes, { select: "Select what you decide about" }).refine(({ length }) => length > 0, {
      error: "Select what you decide about",
    }),
    giver: z.union([z.literal(NOBODY), z.uuid()], { error: "Select whose answer counts" }),
    why: paragraphs({ label: "Reason", enter: "Enter why", max: 1000 }),
    until: optionalDateField({ label: "Last day" }),
  })
  .transform(({ giver, why, ...given }): Decision => ({
    ...given,
    kind: "conflict_decision",
    giverId: giver === NOBODY ? null : giver,
    note: why,
  }));

export const competenceLabels = {
  agreed: "They can answer without a parent or carer",
  forScopes: "What they can answer alone",
  agreedUntil: "Last day",
  proposedBy: "Who proposed it",
  considered: "What you considered",
};

export const conflictLabels = {
  scopes: "What you decide about",
  giver: "Whose answer counts",
  why: "Why",
  until: "Last day",
};

export const decisionScopeWords: Record<string, string> = scopeHeadings;
