import { readConfiguration } from "./configuration";
import { StartProblem } from "./start-problem";

const development = process.argv.includes("--development");
process.env.NODE_ENV = development ? "development" : "production";

const outcome = readConfiguration(process.env);
if (!outcome.ok) {
  for (const problem of outcome.problems) console.error(problem);
  process.exit(2);
}

const stopAsked = new Promise<void>((resolve) => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => resolve());
});

try {
  const { startGreenroom } = await import("./greenroom");
  const greenroom = await startGreenroom(outcome.configuration, { development, tell: console.log });
  console.log(`Greenroom is ready: ${greenroom.origin}`);
  if (!greenroom.hasOrganisation)
    console.log("There is no organisation yet: open that address in a browser to make the first one.");
  await stopAsked;
  await greenroom.stop();
  process.exit(0);
} catch (problem) {
  console.error(problem instanceof StartProblem ? problem.message : problem);
  process.exit(1);
}
