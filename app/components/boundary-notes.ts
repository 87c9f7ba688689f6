import type { Readiness } from "~/domain/readiness/result";
import type { SessionRecord } from "~/domain/record/schema";
import { Temporal } from "temporal-polyfill";

/** The approved accounts to choose from: those in force on the session's day, and whatever is chosen already. */
export function accountOptions({ organisation, session }: SessionRecord): { value: string; label: string }[] {
  const day = Temporal.Instant.from(session.startsAt)
    .toZonedDateTimeISO(session.zone)
    .toPlainDate()
    .toString();
  const chosen = [session.accounts?.invites, session.accounts?.stream];
  return organisation.approvedAccounts
    .filter(
      ({ id, validFrom, validTo }) =>
        chosen.includes(id) || (validFrom <= day && (validTo === null || validTo >= day)),
    )
    .map(({ id, label }) => ({ value: id, label }));
}

/** What the page says beside its questions: what the invitation gives away, the lead for the risk assessment, how to report. */
export function boundaryNotes({ platformModes, policy }: SessionRecord, readiness: Readiness) {
  const invitation = readiness.requirements
    .flatMap(({ findings }) => findings)
    .filter(({ code }) => code.startsWith("invitation_has_"))
    .map(({ headline }) => `${headline}.`);
  const risk = `At least ${policy.riskAssessmentDays} days before the session is better. For example, 27 3 2026.`;
  const reporting = platformModes.flatMap(({ name, reportRoute }) =>
    reportRoute ? [`To report on ${name}: ${reportRoute}.`] : [],
  );
  return { invitation, risk, reporting };
}
