import { z } from "zod";
import type { Role } from "~/domain/record/fields";
import { sentenceCase } from "~/domain/sentence-case";
import { listInWords } from "~/domain/time/words";
import { choice, optionalId, revealedBy, someChoices } from "./choice";
import { optionalPasscode } from "./second-step-forms";
import { optionalEmail, personName } from "./text";

export const roleWords: Record<Role, string> = {
  planner: "Planner",
  approver: "Approver",
  safeguarding_lead: "Safeguarding lead",
  administrator: "Administrator",
  reviewer: "Reviewer",
};

/** "Planner and approver". */
export function rolesInWords(roles: readonly Role[]): string {
  return sentenceCase(listInWords(roles.map((role) => roleWords[role].toLowerCase())));
}

export const roleHints: Record<Role, string> = {
  planner: "Plans sessions, and sees those that they planned or work on.",
  approver: "Signs sessions off, never their own. Sees all.",
  safeguarding_lead: "Considers participants and decides on competence and conflicts. Sees all.",
  administrator: "Looks after people, settings and data protection. Sees all.",
  reviewer: "A trustee or inspector: reads redacted records only.",
};

const roles = someChoices(
  ["planner", "approver", "safeguarding_lead", "administrator", "reviewer"] satisfies [Role, ...Role[]],
  { select: "Select at least one role" },
);

const invited = z
  .object({
    name: personName({ label: "Name", enter: "Enter their name", max: 120 }),
    roles,
    how: choice(["mail", "printed"], { select: "Select how they get the invitation" }),
    email: optionalEmail(),
    passcode: optionalPasscode,
  })
  .superRefine(({ how, email }, context) => {
    if (how === "mail" && email === null)
      context.addIssue({ code: "custom", path: ["email"], message: "Enter their email address" });
  });

/** `how`: a link that is mailed to their address, or a code on paper, which needs none. */
export const inviteForm = revealedBy(invited, { answer: "how", is: "mail", fields: ["email"] });

export const memberForm = z.object({
  roles,
  adultId: z.preprocess((value) => (value === "" || value === undefined ? null : value), z.uuid().nullable()),
  passcode: optionalPasscode,
});

export const memberLabels = { roles: "Roles", adultId: "Adult record" };

export const endMembershipForm = z.object({
  handOverTo: optionalId({ select: "Select who takes over their sessions" }),
  passcode: optionalPasscode,
});
