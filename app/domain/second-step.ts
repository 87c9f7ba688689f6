import { Temporal } from "temporal-polyfill";
import type { Actor } from "./actor";
import type { Role } from "./record/fields";
import { refuse } from "./refusal";

/** The roles whose rights rest until the second step of signing in was given. */
export const secondStepRoles: readonly Role[] = ["approver", "safeguarding_lead", "administrator"];

/** How long before a sign-off, an export with names or a change of roles somebody must have confirmed that it is them. */
export const CONFIRMED_FOR_MINUTES = 5;

/** The roles that somebody can use now: those that ask for a second step only once it was given in this login. */
export function rolesInForce(held: readonly Role[], confirmedAt: string | null): Role[] {
  return held.filter((role) => confirmedAt !== null || !secondStepRoles.includes(role));
}

/** Whether the actor gave their second step in the last five minutes before `at`, an ISO 8601 instant. */
export function isConfirmed({ confirmedAt = null }: Actor, at: string): boolean {
  if (confirmedAt === null) return false;
  const until = Temporal.Instant.from(confirmedAt).add({ minutes: CONFIRMED_FOR_MINUTES });
  return Temporal.Instant.compare(Temporal.Instant.from(at), until) <= 0;
}

export const ENTER_PASSCODE = "Enter the code from your authenticator app to confirm that it is you";

/** The refusal of what asks somebody to confirm that it is them. Its field is `passcode`. */
export const notConfirmed = refuse("not_confirmed", ENTER_PASSCODE, "passcode");
