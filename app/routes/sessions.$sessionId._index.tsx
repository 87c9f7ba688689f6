import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { Hero, HeroAction, PageHeading, Section } from "~/components/page-heading";
import { StatusTag } from "~/components/status-tag";
import { TaskList } from "~/components/task-list";
import { planTasks } from "~/components/plan-tasks";
import { sessionLine } from "~/domain/session/session-line";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";

export const handle = titled<{ title: string }>((data) => data.title);

export async function loader(args: LoaderFunctionArgs) {
  const { record, readiness, status, mayEdit } = await requireSession(args);
  const { session } = record;
  return {
    id: session.id,
    title: session.title,
    reference: session.reference,
    line: sessionLine(record),
    status,
    mayEdit,
    groups: planTasks(record, readiness),
  };
}

export default function SessionHub() {
  const { id, title, reference, line, status, mayEdit, groups } = useLoaderData<typeof loader>();
  const done = groups.flatMap(({ tasks }) => tasks).filter((task) => task.status === "completed").length;
  const all = groups.flatMap(({ tasks }) => tasks).length;
  return (
    <>
      <BackLink to={paths.sessions}>Sessions</BackLink>
      <Hero>
        <PageHeading caption={reference} title={title} tags={<StatusTag status={status} />} lead={line} />
        <HeroAction>
          <LinkButton to={paths.readiness(id)}>See what is still missing</LinkButton>
        </HeroAction>
      </Hero>
      <p className="govuk-body">
        {done} of {all} parts are complete. {mayEdit ? "Save and leave at any time." : ""}
      </p>
      {groups.map(({ heading, tasks }) => (
        <Section key={heading} heading={heading}>
          <TaskList tasks={tasks} />
        </Section>
      ))}
    </>
  );
}
