import { Temporal } from "temporal-polyfill";
import type { Adult } from "../record/adult";
import type { AdultRole } from "../record/fields";
import type { Policy, VettingLevel } from "../record/organisation";
import { lastGoodDay } from "../time/due";
import { byInstant } from "../time/order";
import { parseDate } from "../time/words";

const levels: VettingLevel[] = ["basic", "standard", "enhanced", "enhanced_barred"];
const updateServiceMonths = 12;

type Vetting = Adult["vetting"][number];

/**
 * The last good day of a vetting check, inclusive: the one set by hand, or issue date and the organisation's
 * interval; a check on the Update Service also holds for twelve months after its last status check. A
 * certificate itself has no expiry date: the interval is the organisation's own.
 */
export function recheckDue(check: Vetting, policy: Policy): Temporal.PlainDate {
  const due = check.recheckDue
    ? parseDate(check.recheckDue)
    : lastGoodDay(parseDate(check.issuedOn), policy.vettingMonths);
  if (!check.updateService || !check.lastStatusCheckOn) return due;
  const status = lastGoodDay(parseDate(check.lastStatusCheckOn), updateServiceMonths);
  return Temporal.PlainDate.compare(status, due) > 0 ? status : due;
}

/**
 * The check that counts for an adult: the one that holds longest among those that clear them, for work with children
 * and of the level that `role` needs where there is one. The newest check decides whether they are cleared at all: what was cleared before says
 * nothing against it.
 */
export function bestCheck(
  adult: Pick<Adult, "vetting">,
  policy: Policy,
  role: AdultRole | null = null,
): { check: Vetting; due: Temporal.PlainDate } | null {
  const newest = [...adult.vetting].sort(newestFirst)[0];
  const counting =
    newest && !newest.clearedForRole ? [newest] : adult.vetting.filter((c) => c.clearedForRole);
  const sufficing = counting.filter(
    (check) => forChildren(check) && (!role || levelSuffices(check, role, policy)),
  );
  return (
    (sufficing.length > 0 ? sufficing : counting)
      .map((check) => ({ check, due: recheckDue(check, policy) }))
      .sort((a, b) => Temporal.PlainDate.compare(b.due, a.due) || (a.check.id < b.check.id ? -1 : 1))[0] ??
    null
  );
}

function newestFirst(a: Vetting, b: Vetting): number {
  return (
    Temporal.PlainDate.compare(parseDate(b.issuedOn), parseDate(a.issuedOn)) ||
    byInstant(b.recordedAt, a.recordedAt) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** The last good day of the adult's newest safeguarding training, inclusive. */
export function trainingDue(adult: Pick<Adult, "training">, policy: Policy): Temporal.PlainDate | null {
  const newest = adult.training
    .map((training) => training.completedOn)
    .sort()
    .at(-1);
  return newest ? lastGoodDay(parseDate(newest), policy.trainingMonths) : null;
}

/** Whether a check is of the level that the organisation asks of a role; no level asked means that any will do. */
export function levelSuffices(check: Vetting, role: AdultRole, policy: Policy): boolean {
  const wanted = policy.vettingLevels[role];
  return !wanted || levels.indexOf(check.level) >= levels.indexOf(wanted);
}

/** Whether a check is on record as one for work with children, or as one that names nobody to work with. */
export function forChildren({ workforce }: Pick<Vetting, "workforce">): boolean {
  return workforce !== null && workforce !== "adult";
}

/** An address as one human being would use it: case folded, and what follows a plus sign left out. */
export function normalEmail(email: string): string {
  const [name = "", domain = ""] = email.trim().toLowerCase().split("@");
  return `${name.split("+")[0]}@${domain}`;
}
