import { sessionRecordSchemaText } from "~/domain/record/json-schema";
import type { AddCommand } from "./command-line";

/** `greenroom schema`: prints the JSON Schema of the session record. */
export const addSchema: AddCommand = (program, exit) => {
  program
    .command("schema")
    .description("Prints the JSON Schema of the session record.")
    .action(() => {
      process.stdout.write(sessionRecordSchemaText());
      exit(0);
    });
};
