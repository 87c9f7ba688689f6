import { Temporal } from "temporal-polyfill";
import type { SessionRecord } from "~/domain/record/schema";
import type { SessionStatus } from "~/domain/session/status";
import { latestSignOff } from "~/domain/sign-off/standing";
import { instantInWords } from "~/domain/time/words";

/** Whether the session may be run as it stands now, in words that stand first on the sheet. */
export type Verdict = { run: boolean; words: string; detail: string };

export function verdictOf(record: SessionRecord, status: SessionStatus): Verdict {
  const stop = (words: string, detail: string): Verdict => ({ run: false, words, detail });
  switch (status) {
    case "signed_off":
      return { run: true, words: signedWords(record), detail: "It can go ahead as it stands on this sheet." };
    case "live":
      return { run: true, words: "Live now", detail: `${signedWords(record)}.` };
    case "finished":
      return stop("This session is over", `${signedWords(record)}.`);
    case "cancelled":
      return stop("Cancelled: do not run this session", "");
    case "recorded_late":
      return stop(
        "This session has already happened",
        "It was recorded afterwards, and nobody signed it off.",
      );
    case "waiting_for_sign_off":
    case "ready":
      return stop("Not signed off: do not run this session", "Nobody has signed it off yet.");
    case "sign_off_suspended":
      return stop("Not ready: do not run this session", "Its sign-off is suspended.");
    case "sign_off_lapsed":
      return stop("Not ready: do not run this session", "Its sign-off has lapsed.");
    case "returned":
      return stop("Not ready: do not run this session", "It was returned with comments.");
    case "not_ready":
    case "draft":
      return stop("Not ready: do not run this session", "Something still has to be put right.");
  }
}

function signedWords({ signOffs, organisation, session }: SessionRecord): string {
  const signOff = latestSignOff(signOffs);
  if (!signOff) return "Signed off";
  const by = organisation.staff.find(({ id }) => id === signOff.by)?.name ?? "somebody who has left";
  return `Signed off by ${by} on ${instantInWords(Temporal.Instant.from(signOff.at), session.zone)}`;
}
