import type { Policy } from "../record/organisation";

export type Band = Policy["ratios"][number] & { children: number };

/** How many children of each age band there are; ages of 18 and over belong to none. */
export function childrenByBand(ages: number[], ratios: Policy["ratios"]): Band[] {
  return ratios
    .map((band) => ({
      ...band,
      children: ages.filter((age) => age < 18 && age >= band.fromAge && age <= band.toAge).length,
    }))
    .filter((band) => band.children > 0);
}

/** The youngest age below 18 that does not stand in exactly one band, and in how many it stands; null where all do. */
export function ageWithoutOneBand(ratios: Policy["ratios"]): { age: number; bands: number } | null {
  for (let age = 0; age < 18; age += 1) {
    const bands = ratios.filter(({ fromAge, toAge }) => fromAge <= age && age <= toAge).length;
    if (bands !== 1) return { age, bands };
  }
  return null;
}

/**
 * The adults that a group needs: children over children-per-adult, summed over the bands in exact fractions and
 * rounded up once. NSPCC best practice for groups outside education, not law: 7 aged 12 and 9 aged 14 give
 * 7/8 + 9/10, so 2.
 */
export function adultsNeeded(bands: Band[]): number {
  const denominator = bands.reduce((product, band) => product * BigInt(band.childrenPerAdult), 1n);
  const numerator = bands.reduce(
    (sum, band) => sum + (BigInt(band.children) * denominator) / BigInt(band.childrenPerAdult),
    0n,
  );
  return Number((numerator + denominator - 1n) / denominator);
}
