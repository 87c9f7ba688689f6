import { Command, CommanderError } from "commander";

/** Adds one command; its action returns nothing and sets the exit code through `exit`. */
export type AddCommand = (program: Command, exit: (code: number) => void) => void;

const UNUSABLE = 2;

/**
 * Runs `greenroom …` and returns the exit code: what the command says, 0 for help, 2 where the command is unknown or
 * its arguments cannot be used.
 */
export async function runCommandLine(commands: AddCommand[], words: string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command("greenroom").description(
    "Plan livestreams with children and young people safely.",
  );
  program
    .exitOverride()
    .enablePositionalOptions()
    .showHelpAfterError("(greenroom --help shows the commands)");
  for (const add of commands)
    add(program, (code) => {
      exitCode = code;
    });
  for (const command of program.commands) command.exitOverride();
  const name = words.find((word) => !word.startsWith("-"));
  if (name !== undefined && name !== "help" && !program.commands.some((command) => command.name() === name)) {
    console.error(`greenroom: unknown command '${name}' (greenroom --help shows the commands)`);
    return UNUSABLE;
  }
  if (
    words.length === 0 ||
    (name === undefined && words.every((word) => word === "--help" || word === "-h"))
  ) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync(words, { from: "user" });
    return exitCode;
  } catch (problem) {
    if (problem instanceof CommanderError) return problem.exitCode === 0 ? 0 : UNUSABLE;
    throw problem;
  }
}
