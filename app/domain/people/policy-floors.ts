import type { PolicySettings } from "../defaults/policy";
import { refuse, type Outcome } from "../refusal";
import { ageWithoutOneBand } from "./ratio";

/** The youngest age below which an organisation may go without a parent's answer: the lowest in any guidance (Scotland). */
const YOUNGEST_WITHOUT_PARENT = 12;

/**
 * What an organisation's policy cannot go below, however it is written: somebody who watches and is not the host, and
 * consent that at least a manager has to accept, and one number of children for each adult at every age below 18. Null where it stays above. Everything that the NSPCC's advice as
 * quoted says outright is no setting at all, and the approver is always another person.
 */
export function belowFloor(settings: PolicySettings): Outcome<never> | null {
  if (settings.minimumObservers < 1) {
    return refuse(
      "below_floor",
      "There has to be at least one observer who is not the host: the NSPCC advises that sessions with children are watched by suitable adults",
      "minimumObservers",
    );
  }
  if (settings.minimumAdults < 1) {
    return refuse("below_floor", "There has to be at least one adult", "minimumAdults");
  }
  if (settings.parentConsentUnder < YOUNGEST_WITHOUT_PARENT) {
    return refuse(
      "below_floor",
      `No guidance goes below ${YOUNGEST_WITHOUT_PARENT} for a young person's answer alone`,
      "parentConsentUnder",
    );
  }
  if (settings.competenceFrom < YOUNGEST_WITHOUT_PARENT) {
    return refuse(
      "below_floor",
      `No guidance goes below ${YOUNGEST_WITHOUT_PARENT} for a competence decision`,
      "competenceFrom",
    );
  }
  const gap = ageWithoutOneBand(settings.ratios);
  if (gap) {
    return refuse(
      "below_floor",
      gap.bands === 0
        ? `No number of children for each adult is set for age ${gap.age}: every age below 18 needs one`
        : `More than one number of children for each adult is set for age ${gap.age}: every age below 18 needs exactly one`,
    );
  }
  return null;
}
