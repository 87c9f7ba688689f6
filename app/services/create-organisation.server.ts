import { Temporal } from "temporal-polyfill";
import { addAccount, holdFirstOrganisation } from "~/data/doors.server";
import { newId } from "~/data/new-id.server";
import { defaultBriefing } from "~/domain/defaults/briefing";
import { defaultPolicy } from "~/domain/defaults/policy";
import { role, type Role } from "~/domain/record/fields";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change, type Clock } from "./change.server";
import { hashPassword } from "./password.server";
import { choosePassword } from "./password-choice.server";
import { publishDefaultWordings } from "./publish-default-wordings.server";

export type NewOrganisation = {
  organisation: string;
  nation: "england" | "wales" | "scotland" | "northern_ireland";
  name: string;
  email: string;
  password: string;
};

/** Who makes an organisation looks after it and plans; an approver is somebody else. */
const firstRoles: Role[] = ["administrator", "planner"];

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
      const { tx, now, record, recordForInstallation } = edit;
      if (!(await holdFirstOrganisation(tx))) {
        return refuse("already_set_up", "This Greenroom is set up already. Sign in instead.");
      }
      const [, domain = ""] = form.email.split("@");
      await tx.organisation.create({
        data: {
          id: organisationId,
          name: form.organisation,
          nation: form.nation,
          emailDomains: [domain.toLowerCase()],
        },
      });
      record({ type: "organisation.created", subject: `organisation:${organisationId}` });
      recordForInstallation({ type: "organisation.created", subject: `organisation:${organisationId}` });
      const added = await addAccount(tx, { id: userId, email: form.email, name: form.name, passwordHash });
      if (!added) return refuse("email_taken", "Somebody signs in with this e-mail address already", "email");
      await tx.membership.create({ data: { organisationId, userId } });
      await tx.membershipRole.createMany({
        data: firstRoles.map((held) => ({ organisationId, userId, role: role.parse(held) })),
      });
      recordForInstallation({ type: "user.created", subject: `user:${userId}` });
      record({ type: "membership.changed", subject: `user:${userId}`, roles: firstRoles });
      await tx.policyVersion.create({
        data: {
          organisationId,
          version: 1,
          effectiveFrom: new Date("2000-01-01"),
          settings: defaultPolicy,
          createdBy: userId,
        },
      });
      await tx.briefingText.create({
        data: {
          organisationId,
          version: 1,
          fromAt: new Date("2000-01-01"),
          changesMeaning: true,
          points: defaultBriefing,
          createdBy: userId,
        },
      });
      record({ type: "policy.changed", subject: `organisation:${organisationId}`, version: 1 });
      record({
        type: "briefing_text.published",
        subject: `organisation:${organisationId}`,
        version: 1,
        changesMeaning: true,
      });
      await publishDefaultWordings(edit, organisationId);
      return accept({ organisationId, userId, at: now });
    },
    { clock },
  );
}
