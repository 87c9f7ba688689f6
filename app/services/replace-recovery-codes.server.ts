import { ownSecondFactor, setOwnRecoveryCodes } from "~/data/second-factor.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { change, type Clock } from "./change.server";
import { newRecoveryCodes } from "./one-time-code";

/**
 * Gives somebody ten new recovery codes, which cannot be read again; those before work no longer. Refuses
 * `not_confirmed`, and `no_second_factor` where they have no authenticator app.
 */
export function replaceRecoveryCodes(
  actor: Actor,
  { clock }: { clock?: Clock } = {},
): Promise<Outcome<{ recoveryCodes: string[] }>> {
  return change(
    actor,
    async ({ tx, now, recordForInstallation }) => {
      if (!(await ownSecondFactor(tx)))
        return refuse("no_second_factor", "Set up an authenticator app first.");
      if (!isConfirmed(actor, now)) return notConfirmed;
      const recoveryCodes = newRecoveryCodes();
      await setOwnRecoveryCodes(tx, recoveryCodes);
      recordForInstallation({ type: "user.recovery_codes_replaced", subject: `user:${actor.userId}` });
      return accept({ recoveryCodes });
    },
    { clock },
  );
}
