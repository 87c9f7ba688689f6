import type { Status } from "~/domain/readiness/result";
import type { SessionRecord } from "~/domain/record/schema";
import type { Plan } from "../../factories/plan";
import type { Trait } from "../../factories/record";
import { aRecord } from "../../factories/record";

/** A sound record, the same one with one thing amiss, and what this alone turns: statuses, unless told otherwise. */
export type Case<Turned = Status> = {
  what: string;
  sound: () => SessionRecord;
  amiss: () => SessionRecord;
  turns: Record<string, Turned>;
};

type CaseMaker<Turned> = (what: string, trait: Trait, turns: Record<string, Turned>) => Case<Turned>;

/** Makes cases that all start from the same sound plan; a case with `{}` is one that must turn nothing. */
export function casesFrom<Turned = Status>(plan: Partial<Plan>, ...always: Trait[]): CaseMaker<Turned> {
  return casesOf(() => aRecord(plan, ...always));
}

/** The same for a sound record that is made in another way. */
export function casesOf<Turned = Status>(sound: () => SessionRecord): CaseMaker<Turned> {
  return (what, trait, turns) => ({
    what,
    sound,
    amiss: () => {
      const record = sound();
      trait(record);
      return record;
    },
    turns,
  });
}
