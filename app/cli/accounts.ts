import { z } from "zod";
import { role } from "~/domain/record/fields";
import { nations } from "~/forms/set-up-form";
import { email, line, personName } from "~/forms/text";
import {
  operatorCreatesOrganisation,
  operatorCreatesUser,
  operatorRemovesSecondStep,
  operatorResetsPassword,
} from "~/services/operate-accounts.server";
import type { AddCommand } from "./command-line";
import { failed, operate } from "./operate";

const DATABASE =
  "\nWorks on the database that the server uses with the same settings (DATA_DIR, DATABASE_URL …).";

const personOptions = {
  name: personName({ label: "--name", enter: "--name must not be empty", max: 120 }),
  email: email({ enter: "--email must not be empty" }),
};
const sure = { evenSo: z.boolean().default(false) };
const EVEN_SO = ["--even-so", "also where nobody has shown that the address is theirs"] as const;
const organisationOptions = z.object({
  ...personOptions,
  ...sure,
  organisation: line({ label: "--organisation", enter: "--organisation must not be empty", max: 120 }),
  nation: z.enum(nations, { error: `--nation must be one of ${nations.join(", ")}` }),
});
const userOptions = z.object({
  ...personOptions,
  ...sure,
  organisation: z.uuid({ error: "--organisation must be the id of an organisation" }),
  roles: z
    .string()
    .transform((text) => [...new Set(text.split(","))])
    .pipe(z.array(z.enum(role.options, { error: `--roles must be some of ${role.options.join(",")}` }))),
});
const resetOptions = z.object({ email: personOptions.email });

/** The options as they should be, or null after saying what is wrong with them. */
function read<S extends z.ZodType>(schema: S, given: unknown): z.output<S> | null {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  failed([...new Set(parsed.error.issues.map(({ message }) => message))].join("\n"));
  return null;
}

/** `greenroom create-organisation`: a further organisation with its first administrator. */
export const addCreateOrganisation: AddCommand = (program, exit) => {
  program
    .command("create-organisation")
    .description("Makes an organisation and its first administrator, who chooses a password by a link.")
    .requiredOption("--organisation <name>", "what it is called")
    .requiredOption("--nation <nation>", nations.join(", "))
    .requiredOption("--name <name>", "the first administrator's name")
    .requiredOption("--email <address>", "the address that they sign in with")
    .option(...EVEN_SO)
    .addHelpText("after", DATABASE)
    .action(async (given: unknown) => {
      const options = read(organisationOptions, given);
      if (!options) return exit(1);
      const { organisation, nation, evenSo, ...person } = options;
      const work = () => operatorCreatesOrganisation({ organisation, nation }, person, { evenSo });
      exit(await operate(work, "seven days"));
    });
};

/** `greenroom create-user`: a member of an organisation. */
export const addCreateUser: AddCommand = (program, exit) => {
  program
    .command("create-user")
    .description("Makes somebody a member of an organisation; they choose a password by a link.")
    .requiredOption("--organisation <id>", "the organisation's id")
    .requiredOption("--name <name>", "their name")
    .requiredOption("--email <address>", "the address that they sign in with")
    .requiredOption("--roles <roles>", role.options.join(","))
    .option(...EVEN_SO)
    .addHelpText("after", DATABASE)
    .action(async (given: unknown) => {
      const options = read(userOptions, given);
      if (!options) return exit(1);
      const { organisation, roles, evenSo, ...person } = options;
      const work = () => operatorCreatesUser(organisation, person, roles, { evenSo });
      exit(await operate(work, "seven days"));
    });
};

/** `greenroom reset-password`: a link to a new password, for anybody. */
export const addResetPassword: AddCommand = (program, exit) => {
  program
    .command("reset-password")
    .description("Makes a link with which somebody chooses a new password. It never touches a second step.")
    .requiredOption("--email <address>", "the address that they sign in with")
    .addHelpText("after", DATABASE)
    .action(async (given: unknown) => {
      const options = read(resetOptions, given);
      exit(options ? await operate(() => operatorResetsPassword(options.email), "a day") : 1);
    });
};

/** `greenroom remove-second-step`: a new start for who lost phone and recovery codes. */
export const addRemoveSecondStep: AddCommand = (program, exit) => {
  program
    .command("remove-second-step")
    .description("Removes somebody's authenticator app, recovery codes and passkeys, and signs them out.")
    .requiredOption("--email <address>", "the address that they sign in with")
    .addHelpText("after", DATABASE)
    .action(async (given: unknown) => {
      const options = read(resetOptions, given);
      exit(options ? await operate(() => operatorRemovesSecondStep(options.email), "a day") : 1);
    });
};
