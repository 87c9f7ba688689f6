import type { Temporal } from "temporal-polyfill";
import { evaluate } from "../readiness/evaluate";
import type { Readiness, RequirementResult } from "../readiness/result";
import type { Facts } from "../record/schema";
import { changesBetween, type FactChange } from "./changes";
import { materialFacts } from "./material-facts";
import { isNarrowing } from "./narrowing";

export type EditEffect = "nothing" | "carried_forward" | "lapsed";

export type EditJudgement = {
  effect: EditEffect;
  changes: FactChange[];
  /** Requirements that the edit made newly not met, not answered or in need of acceptance. */
  broken: string[];
  /** Requirements in the way of which something stood that the edit took away. */
  mended: string[];
  after: Readiness;
};

/**
 * What an edit does to a sign-off, by its result and in this order: it breaks a requirement, so the sign-off lapses;
 * everything it changes is on the narrowing list, so it is carried forward; it changes nothing material, so nothing
 * happens; anything else lapses it.
 */
export function judgeEdit(before: Facts, after: Facts, at: Temporal.Instant): EditJudgement {
  const readinessAfter = evaluate(after, at);
  const readinessBefore = evaluate(before, at);
  const broken = newlyBroken(readinessBefore, readinessAfter);
  const mended = newlyBroken(readinessAfter, readinessBefore);
  const result = materialFacts(after);
  const changes = changesBetween(materialFacts(before), result);
  const judgement = { changes, broken, mended, after: readinessAfter };
  if (broken.length > 0) return { ...judgement, effect: "lapsed" };
  if (changes.length === 0) return { ...judgement, effect: "nothing" };
  return {
    ...judgement,
    effect: changes.every((change) => isNarrowing(change, result)) ? "carried_forward" : "lapsed",
  };
}

/**
 * The ids of requirements that stood before and do not stand after, and of those in the way of which something new
 * stands: a no is one whatever else was missing already.
 */
export function newlyBroken(before: Readiness, after: Readiness): string[] {
  const earlier = new Map(before.requirements.map((requirement) => [requirement.id, requirement]));
  return after.requirements
    .filter((requirement) => {
      const was = earlier.get(requirement.id);
      if (stands(requirement)) return false;
      return !was || stands(was) || obstacles(requirement).some((one) => !obstacles(was).includes(one));
    })
    .map((requirement) => requirement.id);
}

function obstacles({ findings }: RequirementResult): string[] {
  return findings
    .filter(({ severity }) => severity === "blocks")
    .map(({ code, subject }) => `${code} ${subject}`);
}

function stands({ status }: RequirementResult): boolean {
  return status === "met" || status === "not_applicable" || status === "accepted_with_reason";
}
