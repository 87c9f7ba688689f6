import { z } from "zod";
import type { Role } from "~/domain/record/fields";
import { someChoices } from "./choice";
import { email, password, personName } from "./text";

export const roleWords: Record<Role, string> = {
  planner: "Planner",
  approver: "Approver",
  safeguarding_lead: "Safeguarding lead",
  administrator: "Administrator",
  reviewer: "Reviewer",
};

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

export const addUserForm = z.object({
  name: personName({ label: "Name", enter: "Enter their name", max: 120 }),
  email: email({ enter: "Enter their email address" }),
  roles,
  password: password({ enter: "Enter a first password", min: 12 }),
});

export const memberForm = z.object({
  roles,
  adultId: z.preprocess((value) => (value === "" || value === undefined ? null : value), z.uuid().nullable()),
});

export const memberLabels = { roles: "Roles", adultId: "Adult record" };

export const endMembershipForm = z.object({});
