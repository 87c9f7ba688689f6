import type { Role } from "../record/fields";

/** The roles whose holders watch over who may do what: they are told when one of them is given, and when rules ask for less. */
export const leadingRoles = ["approver", "safeguarding_lead", "administrator"] as const satisfies Role[];

/** Those of some roles that are leading ones, in their fixed order. */
export function leadingAmong(roles: readonly Role[]): Role[] {
  return leadingRoles.filter((role) => roles.includes(role));
}

/** What the holders of the leading roles are told of the organisation. */
export const organisationNoticeKinds = [
  "role_given",
  "policy_loosened",
  "reset_code_made",
  "second_step_removed",
  "sign_in_changed",
] as const;

export type OrganisationNoticeKind = (typeof organisationNoticeKinds)[number];

/** What happened, for the person who is told; roles and settings are named beside it. */
export const organisationNoticeWords: Record<OrganisationNoticeKind, string> = {
  role_given: "Was given rights",
  policy_loosened: "Asks for less than before",
  sign_in_changed: "An administrator changed how people sign in",
  reset_code_made: "An administrator made a code to reset their password",
  second_step_removed: "An administrator removed their second step",
};
