import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import { acceptAsNewcomer, acceptWithAccount } from "~/services/accept-invitation.server";
import { confirmInvitation } from "~/services/confirm-invitation.server";
import { invite } from "~/services/invite.server";
import type { Clock } from "~/services/change.server";

export type Newcomer = { name: string; email: string; roles: readonly Role[]; password: string };

/** Has somebody join by a printed code, as people do: invited, joined and confirmed. Returns who they are in the organisation. */
export async function joinByCode(
  administrator: Actor,
  { name, email, roles, password }: Newcomer,
  clock?: Clock,
): Promise<Actor> {
  const invited = await invite(administrator, { name, email: null, roles }, { sendsMail: false, clock });
  if (!invited.ok || invited.value.code === null) throw new Error("The invitation was not made");
  const { code, invitationId } = invited.value;
  const place = `place-${crypto.randomUUID()}`;
  const joined = await acceptAsNewcomer(code, { name, email, password }, { place, clock });
  if (!joined.ok) throw new Error(joined.refusal.message);
  const confirmed = await confirmInvitation(administrator, invitationId, { clock });
  if (!confirmed.ok) throw new Error(confirmed.refusal.message);
  const { organisationId } = administrator;
  return { organisationId, userId: joined.value.userId, roles };
}

/** Has somebody with an account join a further organisation by a printed code. */
export async function joinWithAccountByCode(
  administrator: Actor,
  { email, password, roles }: Omit<Newcomer, "name">,
): Promise<void> {
  const invited = await invite(administrator, { name: "Sam", email: null, roles }, { sendsMail: false });
  if (!invited.ok || invited.value.code === null) throw new Error("The invitation was not made");
  const { code, invitationId } = invited.value;
  const joined = await acceptWithAccount(
    code,
    { email, password },
    { place: `place-${crypto.randomUUID()}` },
  );
  if (!joined.ok) throw new Error(joined.refusal.message);
  const confirmed = await confirmInvitation(administrator, invitationId);
  if (!confirmed.ok) throw new Error(confirmed.refusal.message);
}
