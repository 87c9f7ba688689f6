import { setOwnResetChoice } from "~/data/own-account.server";
import type { Actor } from "~/domain/actor";
import { accept, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";

/** Says whether an administrator may make a code for one's own password, or nobody but whoever runs this Greenroom. */
export function chooseWhoResets(actor: Actor, alone: boolean): Promise<Outcome<null>> {
  return change(actor, async ({ tx, recordForInstallation }) => {
    await setOwnResetChoice(tx, alone);
    recordForInstallation({ type: "user.reset_choice_changed", subject: `user:${actor.userId}`, alone });
    return accept(null);
  });
}
