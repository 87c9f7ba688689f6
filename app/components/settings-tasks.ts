import type { StatementStanding } from "~/domain/people/organisation-statements";
import type { Organisation } from "~/domain/record/organisation";
import { paths } from "~/paths";
import type { TaskStatus } from "./task-list";

type Place = { name: string; to: string; hint: string };

/** What every session needs of the organisation, and whether it is there. */
export function settingsTasks(
  { approvedAccounts, contactRoutes }: Organisation,
  statements: readonly StatementStanding[],
): (Place & { status: TaskStatus })[] {
  const stated = statements.every(({ state }) => state === "current" || state === "due_soon");
  const done = (there: boolean): TaskStatus => (there ? "completed" : "incomplete");
  return [
    {
      name: "Approved accounts",
      to: paths.accounts,
      hint: "For invitations and streams",
      status: done(approvedAccounts.length > 0),
    },
    {
      name: "Contacts and e-mail domains",
      to: paths.contacts,
      hint: "How young people reach you",
      status: done(contactRoutes.length > 0),
    },
    {
      name: "Statements",
      to: paths.organisationStatements,
      hint: "In the organisation's name, renewed",
      status: done(stated),
    },
  ];
}

/** What an organisation decides for itself. */
export function settingsPlaces(seesUsers: boolean): Place[] {
  return [
    ...(seesUsers
      ? [{ name: "Users and roles", to: paths.users, hint: "Who signs in, and what they may do" }]
      : []),
    { name: "Policy", to: paths.policy, hint: "Ages, numbers of adults, intervals" },
    { name: "Wording", to: paths.wording, hint: "The briefing and the consent questions" },
    { name: "Rules", to: paths.rules, hint: "Everything that is checked, and who says so" },
  ];
}
