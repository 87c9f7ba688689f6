import type { Temporal } from "temporal-polyfill";
import { evaluate } from "../readiness/evaluate";
import type { Finding, Readiness, RequirementResult } from "../readiness/result";
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
  /** The subjects of findings that stood in the way of a requirement and do not after the edit, whatever else does. */
  eased: string[];
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
  const eased = subjectsEased(readinessBefore, readinessAfter);
  const judgement = { changes, broken, mended, eased, after: readinessAfter };
  if (broken.length > 0) return { ...judgement, effect: "lapsed" };
  if (changes.length === 0) return { ...judgement, effect: "nothing" };
  return {
    ...judgement,
    effect: changes.every((change) => isNarrowing(change, result)) ? "carried_forward" : "lapsed",
  };
}

/**
 * The ids of requirements in the way of which something stands that did not before. A no is such a thing whatever else
 * was missing already; a requirement that stood had nothing in its way.
 */
export function newlyBroken(before: Readiness, after: Readiness): string[] {
  const earlier = new Set(before.requirements.flatMap(obstacles));
  return after.requirements
    .filter((requirement) => obstacles(requirement).some((one) => !earlier.has(one)))
    .map(({ id }) => id);
}

function subjectsEased(before: Readiness, after: Readiness): string[] {
  const left = new Set(after.requirements.flatMap(obstacles));
  return before.requirements.flatMap((requirement) =>
    blocking(requirement)
      .filter((finding) => !left.has(obstacle(requirement, finding)))
      .map(({ subject }) => subject),
  );
}

/** What stands in the way of a requirement. */
export function blocking({ findings }: RequirementResult) {
  return findings.filter(({ severity }) => severity === "blocks");
}

function obstacles(requirement: RequirementResult): string[] {
  return blocking(requirement).map((finding) => obstacle(requirement, finding));
}

function obstacle({ id }: RequirementResult, { code, subject }: Finding): string {
  return `${id} ${code} ${subject}`;
}
