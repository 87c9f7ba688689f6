import { z } from "zod";
import { staffRoutes } from "~/domain/consent/answer-routes";
import { consentScope } from "~/domain/record/fields";
import { choice, choices } from "./choice";
import { momentFields, momentOf, momentRevealed } from "./moment-field";

export const changeOfMindForm = momentRevealed(
  z.object({
    giver: z.uuid({ error: "Select who has changed their mind" }),
    scopes: choices(["everything", ...consentScope.options], {
      select: "Select what they have changed their mind about",
    }).refine((chosen) => chosen.length > 0, { error: "Select what they have changed their mind about" }),
    how: choice(staffRoutes, { select: "Select how they told you" }),
    ...momentFields({ select: "Select when they told you" }),
  }),
).transform((given, context) => {
  const { giver, scopes, how, at } = momentOf(given, context);
  const named = scopes.filter((scope) => scope !== "everything");
  const all = named.length < scopes.length;
  return { giverId: giver, scopes: all ? ("everything" as const) : named, how, at };
});
