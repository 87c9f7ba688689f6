import type { StatementStanding } from "~/domain/people/organisation-statements";
import type { Organisation } from "~/domain/record/organisation";
import { paths } from "~/paths";
import type { TaskStatus } from "./task-list";

/** How many there are of what no session can do without; approvers other than the one who looks. */
type FirstSteps = {
  otherApprovers: number;
  safeguardingLeads: number;
  checkedPlatforms: number;
  adults: number;
};
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
      name: "Contacts and email domains",
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

/** What is done once before a first session can be ready, in the order in which it is easiest. */
export function firstStepTasks(
  { otherApprovers, safeguardingLeads, checkedPlatforms, adults }: FirstSteps,
  everySession: ReturnType<typeof settingsTasks>,
): (Place & { status: TaskStatus })[] {
  const done = (there: boolean): TaskStatus => (there ? "completed" : "incomplete");
  return [
    {
      name: "People who sign off and lead on safeguarding",
      to: paths.users,
      hint: "Nobody signs off what they planned",
      status: done(otherApprovers > 0 && safeguardingLeads > 0),
    },
    ...everySession,
    {
      name: "Platforms",
      to: paths.platforms,
      hint: "Those that you use, checked by one of you",
      status: done(checkedPlatforms > 0),
    },
    {
      name: "Adults and their checks",
      to: paths.adults,
      hint: "A host and an observer at least",
      status: done(adults > 1),
    },
  ];
}

/** What an organisation decides for itself. */
export function settingsPlaces(seesUsers: boolean): Place[] {
  return [
    ...(seesUsers
      ? [
          { name: "Users and roles", to: paths.users, hint: "Who signs in, and what they may do" },
          { name: "Single sign-on", to: paths.organisationSignIn, hint: "Your organisation’s own sign-in" },
          { name: "Mail", to: paths.mail, hint: "What was sent, and what was not yet" },
          { name: "Audit trail", to: paths.audit, hint: "Who did what, and when" },
        ]
      : []),
    { name: "Policy", to: paths.policy, hint: "Ages, numbers of adults, intervals" },
    { name: "Wording", to: paths.wording, hint: "The briefing and the consent questions" },
    {
      name: "Public name",
      to: paths.publicName,
      hint: "What strangers may read on a young person’s link",
    },
    { name: "Help list", to: paths.helpList, hint: "Whom young people can call" },
    { name: "Rules", to: paths.rules, hint: "Everything that is checked, and who says so" },
  ];
}
