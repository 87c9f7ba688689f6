import { readWithoutOrganisation } from "./database.server";
import { anyOrganisation } from "./doors.server";

/** Whether this installation has its first organisation. */
export function isSetUp(): Promise<boolean> {
  return readWithoutOrganisation(anyOrganisation);
}
