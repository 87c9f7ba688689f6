import type { SessionRecord } from "../record/schema";
import { latestSignOff } from "../sign-off/standing";

/** The users who are told what becomes of a session: who planned it, who signed it off last, and who hosts it. */
export function concerned({ session, organisation, signOffs }: SessionRecord): string[] {
  const hosts: (string | null)[] = session.assignments
    .filter(({ role }) => role === "host")
    .map(({ adultId }) => adultId);
  const hostUsers = organisation.staff.filter(({ adultId }) => hosts.includes(adultId)).map(({ id }) => id);
  const approver = latestSignOff(signOffs)?.by;
  return [...new Set([session.plannedBy, ...(approver ? [approver] : []), ...hostUsers])];
}
