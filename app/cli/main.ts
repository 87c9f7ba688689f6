import { runCommandLine } from "./command-line";
import { commands } from "./commands";

process.exitCode = await runCommandLine(commands, process.argv.slice(2));
