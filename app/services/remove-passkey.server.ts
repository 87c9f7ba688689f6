import { removeOwnPasskey } from "~/data/passkeys.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { change, type Clock } from "./change.server";

/** Removes a passkey of one's own, for who confirmed lately. Refuses `not_confirmed` and `not_found`. */
export function removePasskey(
  actor: Actor,
  credentialId: string,
  { clock }: { clock?: Clock } = {},
): Promise<Outcome<null>> {
  return change(
    actor,
    async ({ tx, now, recordForInstallation }) => {
      if (!isConfirmed(actor, now)) return notConfirmed;
      if (!(await removeOwnPasskey(tx, credentialId)))
        return refuse("not_found", "There is no such passkey.");
      recordForInstallation({ type: "user.passkey_removed", subject: `user:${actor.userId}` });
      return accept(null);
    },
    { clock },
  );
}
