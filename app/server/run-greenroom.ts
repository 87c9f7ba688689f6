import { readConfiguration } from "./configuration";
import { StartProblem } from "./start-problem";

export type Run = {
  environment: Record<string, string | undefined>;
  development?: boolean;
  /** Work on the open and migrated database before anything is served. `isStopped`: somebody asked to stop meanwhile. */
  beforeServing?: (asked: { isStopped: () => boolean }) => Promise<void>;
  /** What to print once it serves. */
  closingLines?: string[];
};

/** Runs Greenroom in this process until a signal asks it to stop, and ends the process with the fitting exit code. */
export async function runGreenroom({
  environment,
  development = false,
  beforeServing,
  closingLines = [],
}: Run): Promise<never> {
  process.env.NODE_ENV = development ? "development" : "production";
  const outcome = readConfiguration(environment);
  if (!outcome.ok) {
    for (const problem of outcome.problems) console.error(problem);
    process.exit(2);
  }

  let isStopped = false;
  const stopAsked = new Promise<void>((resolve) => {
    const stop = () => {
      isStopped = true;
      resolve();
    };
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
  });

  try {
    const { startGreenroom } = await import("./greenroom");
    const greenroom = await startGreenroom(outcome.configuration, {
      development,
      tell: console.log,
      beforeServing: beforeServing && (() => beforeServing({ isStopped: () => isStopped })),
    });
    console.log(`Greenroom is ready: ${greenroom.origin}`);
    if (greenroom.setUpAddress)
      console.log(`There is no organisation yet. Make the first one: ${greenroom.setUpAddress}`);
    for (const line of closingLines) console.log(line);
    await stopAsked;
    await greenroom.stop();
    process.exit(0);
  } catch (problem) {
    console.error(problem instanceof StartProblem ? problem.message : problem);
    process.exit(problem instanceof StartProblem ? problem.exitCode : 1);
  }
}
