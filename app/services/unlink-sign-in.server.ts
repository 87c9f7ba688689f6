import { unlinkOwnIdentity } from "~/data/identities.server";
import { findOwnPasswordHash } from "~/data/own-account.server";
import { listOwnPasskeys } from "~/data/passkeys.server";
import { findProviderSettings } from "~/data/sign-in-provider.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import { proveOwn } from "./own-proof.server";

/**
 * Takes the link between one's own account and the organisation's own sign-in back, for who proved that it is theirs.
 * Refuses `last_way` where there is neither password nor passkey, `not_linked`, and as `proveOwn`.
 */
export async function unlinkSignIn(
  actor: Actor,
  password: string | null,
  { place }: { place: string },
): Promise<Outcome<null>> {
  const proved = await proveOwn(actor, password, place);
  if (!proved.ok) return proved;
  const [hash, passkeys, provider] = await Promise.all([
    findOwnPasswordHash(actor),
    listOwnPasskeys(actor),
    findProviderSettings(actor),
  ]);
  if (hash === null && passkeys.length === 0) return lastWay;
  if (!provider) return notLinked;
  return change(actor, async ({ tx, recordForInstallation }) => {
    if (!(await unlinkOwnIdentity(tx, provider.issuer))) return notLinked;
    recordForInstallation({ type: "user.identity_unlinked", subject: `user:${actor.userId}` });
    return accept(null);
  });
}

const lastWay = refuse(
  "last_way",
  "It is the only way in that you have. Choose a password first, by a reset under Sign in",
);
const notLinked = refuse("not_linked", "Your account is not linked to your organisation’s own sign-in");
