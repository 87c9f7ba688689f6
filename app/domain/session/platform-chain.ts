import type { ChosenMode } from "../record/session";

/** The chain for these modes, entry first: a mode that stays keeps its settings and since when it is chosen. */
export function chainAfter(
  chain: readonly ChosenMode[],
  modeIds: readonly string[],
  now: string,
): ChosenMode[] {
  return modeIds.map(
    (modeId) =>
      chain.find((link) => link.modeId === modeId) ?? { modeId, chosenAt: now, settings: {}, checked: null },
  );
}
