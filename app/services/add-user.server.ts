import { addAccount } from "~/data/doors.server";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import type { Role } from "~/domain/record/fields";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { AddOptions } from "./organisation-edit";
import { hashPassword } from "./password.server";

export type NewUser = { name: string; email: string; roles: readonly Role[]; password: string };

/**
 * Adds somebody to the organisation, with a first password that the administrator gives them. Refuses `forbidden`,
 * `no_roles`, and `email_taken`. The submission's content must not hold the password.
 */
export async function addUser(
  actor: Actor,
  { name, email, roles, password }: NewUser,
  { submission, clock }: AddOptions = {},
): Promise<Outcome<{ userId: string }>> {
  if (!may(actor, "user.edit")) return refuse("forbidden", "Only an administrator adds people.");
  const passwordHash = await hashPassword(password);
  return change(
    actor,
    async ({ tx, now, record, recordForInstallation }) => {
      if (roles.length === 0) return refuse("no_roles", "Select at least one role", "roles");
      const { organisationId } = actor;
      const userId = newId();
      if (!(await addAccount(tx, { id: userId, email, name, passwordHash }))) {
        return refuse("email_taken", "Somebody signs in with this e-mail address already", "email");
      }
      await tx.membership.create({ data: { organisationId, userId, createdAt: new Date(now) } });
      await tx.membershipRole.createMany({ data: roles.map((role) => ({ organisationId, userId, role })) });
      recordForInstallation({ type: "user.created", subject: `user:${userId}` });
      record({ type: "membership.changed", subject: `user:${userId}`, roles: [...roles] });
      return accept({ userId });
    },
    { submission, clock },
  );
}
