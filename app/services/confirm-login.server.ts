import { confirmLoginSession, type ConfirmedLogin } from "~/data/login-session.server";
import { ownSecondFactor, takeOwnRecoveryCode, takeOwnStep } from "~/data/second-factor.server";
import type { Transaction } from "~/data/database.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change, type Clock } from "./change.server";
import { countedOwnTry } from "./counted-try.server";
import { noteStoppedTries } from "./note-stopped-tries.server";
import { stepOf, typedCode } from "./one-time-code";

/** `recoveryCodesLeft` is null where a code of the app was given. */
export type Confirmed = ConfirmedLogin & { recoveryCodesLeft: number | null };

/**
 * Somebody gives their second step in this login: a code of their authenticator app, or a recovery code. Each works
 * once, whoever brings it first; a code of the app also ends all before it (RFC 6238, section 5.2). The login goes on
 * with a new token.
 *
 * Refuses `no_second_factor`, `wrong_code`, and `too_many_tries` after five wrong ones in 15 minutes at one place.
 */
export function confirmLogin(
  actor: Actor,
  passcode: string,
  { loginSessionId, place, clock }: { loginSessionId: string; place: string; clock?: Clock },
): Promise<Outcome<Confirmed>> {
  const attempt = () =>
    change(
      actor,
      async ({ tx, now, record }) => {
        const factor = await ownSecondFactor(tx);
        if (!factor) return refuse("no_second_factor", "Set up an authenticator app first.", "passcode");
        const typed = typedCode(passcode);
        const byApp = typed.kind === "app";
        const taken = byApp
          ? await takeStep(tx, factor.secret, { code: typed.code, now })
          : await takeOwnRecoveryCode(tx, typed.code);
        if (!taken) return wrongCode;
        const confirmed = await confirmLoginSession(tx, loginSessionId);
        record({
          type: "login_session.confirmed",
          subject: `user:${actor.userId}`,
          loginSessionId,
          means: byApp ? "authenticator" : "recovery_code",
        });
        return accept({ ...confirmed, recoveryCodesLeft: byApp ? null : factor.recoveryCodes - 1 });
      },
      { clock },
    );
  const stopped = () => noteStoppedTries(actor, "second_step");
  return countedOwnTry(`second step of ${actor.userId}`, place, attempt, stopped);
}

async function takeStep(tx: Transaction, secret: string, { code, now }: { code: string; now: string }) {
  const step = stepOf(secret, code, now);
  return step !== null && (await takeOwnStep(tx, secret, step));
}

const wrongCode = refuse(
  "wrong_code",
  "This code is not right, or it was used before. Wait for the next one and try again",
  "passcode",
);
