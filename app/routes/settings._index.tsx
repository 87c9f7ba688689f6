import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card } from "~/components/card";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { TaskList } from "~/components/task-list";
import { settingsPlaces, settingsTasks } from "~/components/settings-tasks";
import { loadSettings } from "~/data/organisation-settings.server";
import { organisationStatementsOn } from "~/domain/people/organisation-statements";
import { may } from "~/domain/permissions";
import { requireSignedIn } from "~/http/signed-in.server";
import { homeToday } from "~/http/today.server";

export const handle = titled("Settings");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.view");
  const { organisation, policy, statements } = await loadSettings(actor);
  return {
    name: organisation.name,
    tasks: settingsTasks(
      organisation,
      organisationStatementsOn(statements, policy.statementMonths, homeToday()),
    ),
    places: settingsPlaces(may(actor, "user.edit")),
  };
}

export default function Settings() {
  const { name, tasks, places } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading caption={name} title="Settings" />
      <Section heading="Needed once, for every session">
        <TaskList tasks={tasks} />
      </Section>
      <Section heading="How you work">
        {places.map(({ name: place, to, hint }) => (
          <Card key={to} title={place} to={to}>
            <p className="govuk-body">{hint}</p>
          </Card>
        ))}
      </Section>
    </>
  );
}
