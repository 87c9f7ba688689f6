import { addAccount } from "~/data/doors.server";
import { defaultBriefing } from "~/domain/defaults/briefing";
import { defaultPolicy } from "~/domain/defaults/policy";
import type { Role } from "~/domain/record/fields";
import { refuse } from "~/domain/refusal";
import type { Change } from "./change.server";
import { joinOrganisation } from "./join-organisation.server";
import { publishDefaultWordings } from "./publish-default-wordings.server";

export type Founding = {
  organisationId: string;
  organisation: string;
  nation: "england" | "wales" | "scotland" | "northern_ireland";
};

/** Who looks after it first: somebody new, or (`email` null) somebody who has an account already. */
export type Founder =
  | { userId: string; name: string; email: string; passwordHash: string | null }
  | { userId: string; email: null };

/** Who makes an organisation looks after it and plans; an approver is somebody else. */
const firstRoles: Role[] = ["administrator", "planner"];

/**
 * Writes a new organisation with its first member, the default policy, briefing and wordings. False where somebody else
 * has the address.
 */
export async function foundOrganisation(
  edit: Change,
  { organisationId, organisation: name, nation }: Founding,
  founder: Founder,
): Promise<boolean> {
  const { tx, record, recordForInstallation } = edit;
  const { userId } = founder;
  const domain = founder.email?.split("@")[1]?.toLowerCase();
  const emailDomains = domain ? [domain] : [];
  await tx.organisation.create({ data: { id: organisationId, name, nation, emailDomains } });
  const subject = `organisation:${organisationId}` as const;
  record({ type: "organisation.created", subject });
  recordForInstallation({ type: "organisation.created", subject });
  if (founder.email !== null) {
    if (!(await addAccount(tx, { ...founder, id: userId }))) return false;
    recordForInstallation({ type: "user.created", subject: `user:${userId}` });
  }
  await joinOrganisation(edit, { organisationId, userId, roles: firstRoles, by: null });
  const first = { organisationId, version: 1, createdBy: userId };
  const fromTheStart = new Date("2000-01-01");
  await tx.policyVersion.create({
    data: { ...first, effectiveFrom: fromTheStart, settings: defaultPolicy },
  });
  await tx.briefingText.create({
    data: { ...first, fromAt: fromTheStart, changesMeaning: true, points: defaultBriefing },
  });
  record({ type: "policy.changed", subject, version: 1 });
  record({ type: "briefing_text.published", subject, version: 1, changesMeaning: true });
  await publishDefaultWordings(edit, organisationId);
  return true;
}

export const emailTaken = refuse("email_taken", "Somebody signs in with this email address already", "email");
