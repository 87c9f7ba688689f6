/** Changes whenever a rule changes what it asks for, so that every result says by which rules it was made. */
export const rulesVersion = "2026-11";

/** Every set of rules that a record or a sign-off may have been made under and can still be judged. */
export const knownRuleSets: readonly string[] = [rulesVersion];
