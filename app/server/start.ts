import { runGreenroom } from "./run-greenroom";

await runGreenroom({
  environment: process.env,
  development: process.argv.includes("--development"),
});
