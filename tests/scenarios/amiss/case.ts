import type { Status } from "~/domain/readiness/result";
import type { SessionRecord } from "~/domain/record/schema";
import type { Plan } from "../../factories/plan";
import type { Trait } from "../../factories/record";
import { aRecord } from "../../factories/record";

/** A sound record, the same one with one thing amiss, and the statuses that this alone turns. */
export type Case = {
  what: string;
  sound: () => SessionRecord;
  amiss: () => SessionRecord;
  turns: Record<string, Status>;
};

/** Makes cases that all start from the same sound plan; a case with `{}` is one that must turn nothing. */
export function casesFrom(
  plan: Partial<Plan>,
  ...always: Trait[]
): (what: string, trait: Trait, turns: Record<string, Status>) => Case {
  return (what, trait, turns) => ({
    what,
    sound: () => aRecord(plan, ...always),
    amiss: () => aRecord(plan, ...always, trait),
    turns,
  });
}
