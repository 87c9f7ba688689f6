import { addCreateOrganisation, addCreateUser, addRemoveSecondStep, addResetPassword } from "./accounts";
import { addCheck } from "./check";
import type { AddCommand } from "./command-line";
import { addJobs } from "./jobs";
import { addSchema } from "./schema";
import { addVerify } from "./verify";

/** Every command of the command line, in the order of its help. */
export const commands: AddCommand[] = [
  addCheck,
  addSchema,
  addVerify,
  addCreateOrganisation,
  addCreateUser,
  addResetPassword,
  addRemoveSecondStep,
  addJobs,
];
