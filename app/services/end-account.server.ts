import { toStored } from "~/data/stored-time.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { homeDate } from "~/domain/time/today";
import { change } from "./change.server";
import type { AddOptions } from "./organisation-edit";
import { settleSharedChange } from "./settle-shared-change.server";

/**
 * Takes an account off the approved list after today. Sessions that use it later are no longer ready, and their
 * sign-offs lapse. Refuses `forbidden` and `not_found`, also where it is off the list already.
 */
export function endAccount(
  actor: Actor,
  accountId: string,
  { submission, clock }: AddOptions = {},
): Promise<Outcome<{ signOffsTouched: number }>> {
  return change(
    actor,
    async (edit) => {
      if (!may(actor, "organisation.edit"))
        return refuse("forbidden", "Only an administrator approves accounts.");
      const { organisationId } = actor;
      const validTo = toStored(homeDate(edit.now));
      const there = await edit.tx.approvedAccount.findFirst({
        where: { organisationId, id: accountId, OR: [{ validTo: null }, { validTo: { gt: validTo } }] },
      });
      if (!there) return refuse("not_found", "This account is not on the list.");
      const signOffsTouched = await settleSharedChange(
        { ...edit, actor },
        { kind: "organisation" },
        async () => {
          await edit.tx.approvedAccount.updateMany({ where: { id: accountId }, data: { validTo } });
        },
      );
      const subject = `organisation:${organisationId}` as const;
      edit.record({ type: "organisation.changed", subject, fields: ["approvedAccounts"] });
      return accept({ signOffsTouched });
    },
    { submission, clock },
  );
}
