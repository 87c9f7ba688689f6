import { Temporal } from "temporal-polyfill";
import { holdFirstOrganisation, proveFounder } from "~/data/doors.server";
import { newId } from "~/data/new-id.server";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change, type Clock } from "./change.server";
import { emailTaken, foundOrganisation } from "./found-organisation.server";
import { hashPassword } from "./password.server";
import { choosePassword } from "./password-choice.server";

export type NewOrganisation = {
  organisation: string;
  nation: "england" | "wales" | "scotland" | "northern_ireland";
  name: string;
  email: string;
  password: string;
};

/**
 * Makes the first organisation of an installation with its first member, the default policy, briefing and wordings.
 * Refuses with `already_set_up` once there is one, also when two people try at once, with `email_taken`, and as `choosePassword`.
 */
export async function createFirstOrganisation(
  form: NewOrganisation,
  clock: Clock = Temporal.Now.instant,
): Promise<Outcome<{ organisationId: string; userId: string }>> {
  const organisationId = newId();
  const userId = newId();
  const chosen = choosePassword(form.password, [form.name, form.email, form.organisation]);
  if (!chosen.ok) return chosen;
  const passwordHash = await hashPassword(form.password);
  return change(
    { organisationId, userId },
    async (edit) => {
      if (!(await holdFirstOrganisation(edit.tx))) {
        return refuse("already_set_up", "This Greenroom is set up already. Sign in instead.");
      }
      const founder = { userId, name: form.name, email: form.email, passwordHash };
      if (!(await foundOrganisation(edit, { ...form, organisationId }, founder))) return emailTaken;
      await proveFounder(edit.tx, userId);
      return accept({ organisationId, userId, at: edit.now });
    },
    { clock },
  );
}
