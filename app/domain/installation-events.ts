import { z } from "zod";
import { about } from "./event-shape";

/**
 * What the installation's own audit trail says: what concerns a person's account, or the installation as a whole, and
 * not one organisation. No organisation reads it, because a person's others are none of its business.
 */
export const installationEvent = z.discriminatedUnion("type", [
  about("organisation.created", "organisation", {}),
  about("user.created", "user", {}),
  about("user.email_proved", "user", {}),
  about("user.password_changed", "user", {}),
  about("user.second_factor_set", "user", {}),
  about("user.recovery_codes_replaced", "user", {}),
  about("user.second_step_removed", "user", {}),
  about("user.passkey_added", "user", {}),
  about("user.passkey_removed", "user", {}),
  about("user.password_reset", "user", {}),
  about("user.identity_linked", "user", {}),
  about("user.identity_unlinked", "user", {}),
  about("user.password_link_made", "user", {}),
  about("user.tries_stopped", "user", { what: z.enum(["password", "second_step"]) }),
  about("user.reset_choice_changed", "user", { alone: z.boolean() }),
]);

export type InstallationEvent = z.infer<typeof installationEvent>;
