import { guardWords } from "../readiness/rules/identity";
import type { Participant } from "../record/participant";
import { guardDisplayName } from "./name-guard";

export type NameAdvice = {
  /** What the guard found, in sentences that repeat nothing of the name. */
  found: string[];
  /** Something that no confirmation sets aside: another name has to be chosen. */
  blocks: boolean;
  /** Somebody has looked at this very name and found that it does not identify. */
  confirmed: boolean;
};

/** What the name guard says of a participant's display name as it stands; null where it finds nothing. */
export function nameAdvice(participant: Participant): NameAdvice | null {
  const { displayName, firstName, surname, birth, displayNameConfirmed } = participant;
  if (!displayName) return null;
  const findings = guardDisplayName({ displayName, firstName, surname, birth });
  if (findings.length === 0) return null;
  return {
    found: findings.map(({ code }) => guardWords(code)),
    blocks: findings.some((finding) => finding.blocks),
    confirmed: displayNameConfirmed?.displayName === displayName,
  };
}
