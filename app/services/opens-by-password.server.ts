import { requiresOwnSignIn } from "~/data/sign-in-provider.server";
import type { Actor } from "~/domain/actor";
import { refuse } from "~/domain/refusal";

/**
 * Whether a password opens an organisation to somebody with these roles. Where its own sign-in is required it does to
 * administrators alone, so that somebody can still get in when the provider is down or wrongly set.
 */
export async function opensByPassword({
  organisationId,
  roles,
}: Pick<Actor, "organisationId" | "roles">): Promise<boolean> {
  if (roles.includes("administrator")) return true;
  return !(await requiresOwnSignIn(organisationId));
}

export const passwordsAreOff = refuse(
  "passwords_off",
  "Your organisation has a sign-in of its own instead of passwords. Sign in with your organisation",
);
