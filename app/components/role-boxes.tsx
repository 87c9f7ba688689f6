import { roleHints, roleWords } from "~/forms/user-forms";
import type { Role } from "~/domain/record/fields";
import { Checkboxes } from "./checkboxes";

/** The roles that somebody may hold, any number of them. */
export function RoleBoxes() {
  const roles = Object.keys(roleWords) as Role[];
  const choices = roles.map((role) => ({ value: role, label: roleWords[role], hint: roleHints[role] }));
  return <Checkboxes name="roles" label="What may they do?" choices={choices} />;
}
