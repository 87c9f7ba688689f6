import type { AddCommand } from "./command-line";

/** Every command of the command line, in the order of its help. */
export const commands: AddCommand[] = [];
