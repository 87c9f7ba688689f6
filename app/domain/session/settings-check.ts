import type { SessionRecord } from "../record/schema";
import type { ChosenMode } from "../record/session";
import { changesBetween } from "../sign-off/changes";
import { materialFacts } from "../sign-off/material-facts";
import { isNarrowing } from "../sign-off/narrowing";

/**
 * Whether the check of a mode's settings still counts after they were answered anew: where nothing changed, or every
 * change only keeps more people out.
 */
export function checkStands(
  record: SessionRecord,
  modeId: string,
  settings: ChosenMode["settings"],
): boolean {
  const platforms = record.session.platforms.map((link) =>
    link.modeId === modeId ? { ...link, settings } : link,
  );
  const result = materialFacts({ ...record, session: { ...record.session, platforms } });
  return changesBetween(materialFacts(record), result).every((change) => isNarrowing(change, result));
}
