/**
 * How much one organisation does at once while others are busy too. Times are in milliseconds, of the clock that is
 * given. Each piece of work costs its organisation so many times as long as it took; whoever owes more than `credit` has
 * one at a time, behind others, until time has paid for it. Alone, nobody is held back.
 */
export type PaceSettings = {
  /** How many times its length a piece of work costs: with 3, a third of the time is paid for as it is used. */
  cost: number;
  /** No piece is taken for shorter than `shortest`, which it costs when it begins, or for longer than `longest`. */
  shortest: number;
  longest: number;
  /** What may be owed before anybody is held back. */
  credit: number;
  /** How long after others last began or ended something they count as busy. */
  busyFor: number;
};

export type Pace = {
  /** Whether somebody may have several at once. */
  maySeveral(key: string | null): boolean;
  begun(key: string | null): void;
  ended(key: string | null, tookMs: number): void;
};

const MOST_REMEMBERED = 10_000;

export function openPace(settings: PaceSettings, now: () => number = () => performance.now()): Pace {
  const { cost, shortest, longest, credit, busyFor } = settings;
  const paidAt = new Map<string, number>();
  let latest: { key: string | null; at: number } = { key: null, at: -Infinity };
  let latestOther = -Infinity;

  function seen(key: string | null): void {
    if (latest.key !== key) latestOther = latest.at;
    latest = { key, at: now() };
  }

  function othersAreBusy(key: string | null): boolean {
    return now() - (latest.key === key ? latestOther : latest.at) <= busyFor;
  }

  function charge(key: string | null, ms: number): void {
    if (key === null) return;
    const owed = Math.min(Math.max(paidAt.get(key) ?? 0, now()) + ms, now() + credit + longest * cost);
    paidAt.delete(key);
    paidAt.set(key, owed);
    const [oldest] = paidAt.keys();
    if (paidAt.size > MOST_REMEMBERED && oldest !== undefined) paidAt.delete(oldest);
  }

  return {
    maySeveral: (key) => key === null || (paidAt.get(key) ?? 0) - now() <= credit || !othersAreBusy(key),
    begun(key) {
      seen(key);
      charge(key, shortest * cost);
    },
    ended(key, tookMs) {
      seen(key);
      charge(key, (Math.min(Math.max(tookMs, shortest), longest) - shortest) * cost);
    },
  };
}
