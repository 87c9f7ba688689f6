import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { LinkButton } from "~/components/button";
import { InsetText } from "~/components/callout";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { platformParts } from "~/components/platform-parts";
import { TaskList } from "~/components/task-list";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";

export const handle = titled("Platform and privacy");

export async function loader(args: LoaderFunctionArgs) {
  const { record, readiness, mayEdit } = await requireSession(args);
  const { id, title, kind } = record.session;
  const tasks = platformParts(record, readiness, mayEdit);
  const next = tasks.find(({ to, status }) => to !== null && status !== "completed") ?? null;
  return { id, title, kind, mayEdit, tasks, next };
}

export default function Platform() {
  const { id, title, kind, mayEdit, tasks, next } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.session(id)}>{title}</BackLink>
      <PageHeading title="Platform and privacy" />
      {kind === "join" ? (
        <InsetText>
          The organiser runs the stream, so some of this is not yours to set. Say what you know; “cannot be
          set here” is an answer.
        </InsetText>
      ) : null}
      {mayEdit ? null : <InsetText>You can look at this part. Its planner can change it.</InsetText>}
      <TaskList tasks={tasks} />
      {next?.to ? (
        <LinkButton to={next.to}>{`Continue: ${next.name}`}</LinkButton>
      ) : (
        <LinkButton to={paths.session(id)} kind="secondary">
          Back to the session
        </LinkButton>
      )}
    </>
  );
}
