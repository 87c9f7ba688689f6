import { addAccount } from "~/data/doors.server";
import { newId } from "~/data/new-id.server";
import { defaultBriefing } from "~/domain/defaults/briefing";
import { defaultPolicy } from "~/domain/defaults/policy";
import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import { accept } from "~/domain/refusal";
import { change, type Change } from "~/services/change.server";
import { hashPassword } from "~/services/password.server";

/** Whoever a test makes has confirmed that it is them, at whatever time the test's clock stands. */
export const confirmedAt = "9999-12-31T00:00:00Z";

/** The password of whoever a test makes. It is hashed once, since that takes a while on purpose. */
export const PASSWORD = "three random words";
let hashed: Promise<string> | null = null;

export function passwordHash(): Promise<string> {
  return (hashed ??= hashPassword(PASSWORD));
}

/** An organisation as it starts, with the default policy and one member, who acts in it. */
export async function makeOrganisation(roles: Role[] = ["administrator"]): Promise<Actor> {
  const actor = { organisationId: newId(), userId: newId(), roles, confirmedAt };
  await change(actor, async (edit) => {
    await edit.tx.organisation.create({
      data: {
        id: actor.organisationId,
        name: "Lanternmoor Youth Advice",
        emailDomains: ["lanternmoor.example"],
      },
    });
    await edit.tx.policyVersion.create({
      data: {
        organisationId: actor.organisationId,
        version: 1,
        effectiveFrom: new Date("2000-01-01"),
        settings: defaultPolicy,
      },
    });
    await edit.tx.briefingText.create({
      data: {
        organisationId: actor.organisationId,
        version: 1,
        fromAt: new Date("2000-01-01"),
        changesMeaning: true,
        points: defaultBriefing,
      },
    });
    edit.record({ type: "organisation.created", subject: `organisation:${actor.organisationId}` });
    await addMember(edit, actor);
    return accept(null);
  });
  return actor;
}

/** Another member of the same organisation; perhaps one of its adults. */
export async function makeMember(
  { organisationId }: Actor,
  roles: Role[],
  adultId: string | null = null,
): Promise<Actor> {
  const member = { organisationId, userId: newId(), roles, confirmedAt };
  await change(member, async (edit) => {
    await addMember(edit, member, adultId);
    return accept(null);
  });
  return member;
}

async function addMember(
  { tx, record }: Change,
  { organisationId, userId, roles }: Actor,
  adultId: string | null = null,
): Promise<void> {
  await addAccount(tx, {
    id: userId,
    email: `${userId}@lanternmoor.example`,
    name: "Robin Ash",
    passwordHash: await passwordHash(),
  });
  await tx.membership.create({ data: { organisationId, userId, adultId } });
  await tx.membershipRole.createMany({ data: roles.map((role) => ({ organisationId, userId, role })) });
  record({ type: "membership.changed", subject: `user:${userId}`, roles: [...roles] });
}
