import type { SessionSubject } from "../permissions";
import type { Facts } from "../record/schema";

/** A session as permissions see it. `widenedBy`: who made a widening change since the last sign-off. */
export function subjectOf(facts: Facts, widenedBy: readonly string[] = []): SessionSubject {
  const { session, organisation } = facts;
  const userOf = (adultId: string) =>
    organisation.staff.filter((s) => s.adultId === adultId).map((s) => s.id);
  return {
    plannedBy: session.plannedBy,
    assignedUserIds: session.assignments.flatMap(({ adultId }) => userOf(adultId)),
    hostOrObserverUserIds: session.assignments
      .filter(({ role }) => role === "host" || role === "observer")
      .flatMap(({ adultId }) => userOf(adultId)),
    widenedBy,
  };
}
