import { keepDailyCheckpoints } from "../services/keep-daily-checkpoints.server";
import { describeError, type Log } from "./log";

const LOOK_AGAIN_MS = 3_600_000;

export type DailyCheckpoints = { stop(): Promise<void> };

/**
 * Keeps the daily checkpoints of the audit chains, now and every hour as they come due. Several processes may do so side
 * by side. `mail`: whether copies leave by mail.
 */
export function startDailyCheckpoints(options: { mail: boolean; log: Log }): DailyCheckpoints {
  let running: Promise<void> | null = null;
  async function keep() {
    try {
      const kept = await keepDailyCheckpoints({ mail: options.mail });
      if (kept > 0) options.log.info({ kept }, "audit checkpoints");
    } catch (error) {
      options.log.warn({ error: describeError(error) }, "audit checkpoints wait");
    }
    running = null;
  }
  function start() {
    running ??= keep();
  }
  const timer = setInterval(start, LOOK_AGAIN_MS);
  timer.unref();
  start();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
