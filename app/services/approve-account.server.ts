import { newId } from "~/data/new-id.server";
import { toStored } from "~/data/stored-time.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { AddOptions } from "./organisation-edit";

export type NewAccount = {
  label: string;
  /** The first day on which it may be used, `YYYY-MM-DD`. */
  validFrom: string;
};

/** Puts an account of the organisation on its approved list. Refuses `forbidden`. */
export function approveAccount(
  actor: Actor,
  { label, validFrom }: NewAccount,
  { submission, clock }: AddOptions = {},
): Promise<Outcome<{ accountId: string }>> {
  return change(
    actor,
    async ({ tx, record }) => {
      if (!may(actor, "organisation.edit"))
        return refuse("forbidden", "Only an administrator approves accounts.");
      const { organisationId } = actor;
      const accountId = newId();
      await tx.approvedAccount.create({
        data: { organisationId, id: accountId, label, validFrom: toStored(validFrom) },
      });
      record({
        type: "organisation.changed",
        subject: `organisation:${organisationId}`,
        fields: ["approvedAccounts"],
      });
      return accept({ accountId });
    },
    { submission, clock },
  );
}
