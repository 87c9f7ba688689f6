import { runCommandLine } from "./command-line";
import { commands } from "./commands";

// Whoever reads the output may have enough of it, as `head` has.
process.stdout.on("error", (problem: NodeJS.ErrnoException) => {
  if (problem.code !== "EPIPE") throw problem;
});

process.exitCode = await runCommandLine(commands, process.argv.slice(2));
