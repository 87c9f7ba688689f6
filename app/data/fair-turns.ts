import type { Pace } from "./pace";

/** Runs work in turn: so much at once, and no more than a part of it for one organisation. */
export type FairTurns = {
  /**
   * Runs `work` when its turn comes. `key` names whom it is for; null is nobody, and counts for nobody.
   * @throws NoTurn where none came in time; the work was not begun
   */
  run<T>(key: string | null, work: () => Promise<T>): Promise<T>;
  /** How many wait now. */
  waiting(): number;
};

/** Known by its name: the server and the bundle that it serves each have a copy of this class. */
export class NoTurn extends Error {
  override name = "NoTurn";
}

export function isNoTurn(error: unknown): boolean {
  return error instanceof Error && error.name === "NoTurn";
}

/** How long somebody whom a pace holds back lets others go first; then their next one begins beside them. */
const BEHIND_OTHERS_MS = 250;

export type TurnSettings = { atOnce: number; forOne: number; waitMs: number; pace?: Pace };

type Waiting = { key: string | null; behindOthers: boolean; begin: () => void };

/** Whoever has to wait does so in the order of arrival; whoever holds all that is for one lets the others pass. */
export function openTurns({ atOnce, forOne, waitMs, pace }: TurnSettings): FairTurns {
  const held = new Map<string | null, number>();
  const waiting = new Set<Waiting>();
  let running = 0;

  function mayBegin(key: string | null, behindOthers: boolean): boolean {
    if (running >= atOnce) return false;
    if (key === null) return true;
    const holds = held.get(key) ?? 0;
    if (pace?.maySeveral(key) === false) return holds === 0 && (running === 0 || !behindOthers);
    return holds < forOne;
  }

  function take(key: string | null): void {
    running += 1;
    held.set(key, (held.get(key) ?? 0) + 1);
    pace?.begun(key);
  }

  function giveBack(key: string | null): void {
    running -= 1;
    const left = (held.get(key) ?? 1) - 1;
    if (left > 0) held.set(key, left);
    else held.delete(key);
    beginWhoMay();
  }

  function beginWhoMay(): void {
    for (const next of waiting) {
      if (running >= atOnce) return;
      if (mayBegin(next.key, next.behindOthers)) next.begin();
    }
  }

  function turn(key: string | null): Promise<void> {
    if (mayBegin(key, true)) {
      take(key);
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        clearInterval(patience);
        if (waiting.delete(mine)) reject(new NoTurn(`No turn within ${waitMs} ms`));
      };
      // After something long a timer fires before the answers that arrived meanwhile are read: those go first.
      const timer = setTimeout(() => setImmediate(giveUp), waitMs);
      // Asked again and again: nobody tells that the others have nothing to do any more.
      const patience = pace && setInterval(letBeside, BEHIND_OTHERS_MS);
      const mine: Waiting = {
        key,
        behindOthers: true,
        begin: () => {
          clearTimeout(timer);
          clearInterval(patience);
          waiting.delete(mine);
          take(key);
          resolve();
        },
      };
      function letBeside(): void {
        mine.behindOthers = false;
        beginWhoMay();
      }
      waiting.add(mine);
    });
  }

  return {
    async run(key, work) {
      await turn(key);
      const began = performance.now();
      try {
        return await work();
      } finally {
        pace?.ended(key, performance.now() - began);
        giveBack(key);
      }
    },
    waiting: () => waiting.size,
  };
}
