import { resumeJobs } from "~/data/mail.server";
import { LONGEST_ATTEMPT_SECONDS } from "~/domain/mail-state";

/** Lets jobs be taken again that have been held for longer than any of them lasts. Returns how many. */
export function resumeStalledJobs(): Promise<number> {
  return resumeJobs(LONGEST_ATTEMPT_SECONDS);
}
