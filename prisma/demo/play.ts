import { Temporal } from "temporal-polyfill";
import type { Outcome } from "~/domain/refusal";
import type { Clock } from "~/services/change.server";
import type { World } from "./world";

/** One thing that somebody does at one moment. `run` does it through a service, whose clock shows that moment. */
export type Step = {
  /** An instant in UTC. */
  at: string;
  what: string;
  run: (world: World, clock: Clock) => Promise<Outcome<unknown>>;
};

export type Playing = {
  /** The real present: the story goes no further, to the instant itself. */
  until: Temporal.Instant;
  /** Asked between two steps. */
  isStopped?: () => boolean;
  onStep?: (done: number, of: number) => void;
};

/** The steps that have come by `until`, in the order of time; those of one moment stay in the order given. */
export function stepsUntil(steps: readonly Step[], until: Temporal.Instant): Step[] {
  return steps
    .filter(({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), until) <= 0)
    .map((step) => ({ step, at: Temporal.Instant.from(step.at) }))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    .map(({ step }) => step);
}

/**
 * Plays a story one step after the other, each at its own time. Answers false where it was stopped in between.
 *
 * @throws Error where a service refuses a step: the story and the services disagree
 */
export async function play(
  world: World,
  steps: readonly Step[],
  { until, isStopped = () => false, onStep = () => {} }: Playing,
): Promise<boolean> {
  const due = stepsUntil(steps, until);
  for (const [index, { at, what, run }] of due.entries()) {
    if (isStopped()) return false;
    const outcome = await run(world, () => Temporal.Instant.from(at));
    if (!outcome.ok) throw new Error(`${at} ${what}: ${outcome.refusal.code}, ${outcome.refusal.message}`);
    onStep(index + 1, due.length);
  }
  return true;
}
