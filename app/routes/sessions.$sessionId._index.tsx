import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { titled } from "~/components/document-title";
import { NextStep } from "~/components/next-step";
import { Hero, HeroAction, PageHeading, Section } from "~/components/page-heading";
import { planTasks } from "~/components/plan-tasks";
import { readinessDates } from "~/components/readiness-dates";
import { readinessFindings } from "~/components/readiness-findings";
import { BreaksOn, ReadinessSummary } from "~/components/readiness-summary";
import { sessionHead } from "~/components/session-head";
import { sessionLinks } from "~/components/session-links";
import { SessionWord } from "~/components/session-word";
import { StatusTag } from "~/components/status-tag";
import { TaskList } from "~/components/task-list";
import { TextLink } from "~/components/text-link";
import { isBefore } from "~/domain/time/order";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";

export const handle = titled<{ head: { title: string } }>(({ head }) => head.title);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, readiness, status, subject, sessionId, mayEdit, mayDo } = await requireSession(args);
  const mayConsider = mayDo("session.consider");
  const begun = !isBefore(readiness.at.toString(), record.session.startsAt);
  return {
    head: sessionHead({ actor, record, readiness, status, subject }, mayDo),
    dates: readinessDates(readiness, record.session),
    counts: readinessFindings(readiness, { sessionId, may: mayDo }).counts,
    groups: planTasks(record, readiness, { mayEdit, mayConsider }),
    links: sessionLinks(sessionId, { status, begun }, mayDo),
    mayEdit,
  };
}

export default function SessionHub() {
  const { head, dates, counts, groups, links, mayEdit } = useLoaderData<typeof loader>();
  const tasks = groups.flatMap((group) => group.tasks);
  const done = tasks.filter((task) => task.status === "completed").length;
  return (
    <>
      <BackLink to={paths.sessions}>Sessions</BackLink>
      <Hero
        aside={
          <ReadinessSummary counts={counts}>
            <BreaksOn {...dates} />
            <p className="app-readiness-summary__more">
              <TextLink to={paths.readiness(head.id)}>See every requirement</TextLink>
            </p>
          </ReadinessSummary>
        }
      >
        <PageHeading
          caption={head.reference}
          title={head.title}
          tags={<StatusTag status={head.status} />}
          lead={head.line}
        />
        <p className="app-lead">{head.answer}</p>
        <SessionWord word={head.word} />
        <HeroAction>
          <NextStep step={head.step} />
        </HeroAction>
      </Hero>
      <p className="govuk-body">
        {done} of {tasks.length} parts are complete.{" "}
        {mayEdit && done < tasks.length ? "Save and leave at any time." : ""}
      </p>
      {groups.map(({ heading, tasks: some }) => (
        <Section key={heading} heading={heading}>
          <TaskList tasks={some} />
        </Section>
      ))}
      {links.length > 0 ? (
        <Section heading="More about this session">
          <ul className="govuk-list">
            {links.map(({ text, to }) => (
              <li key={to}>
                <TextLink to={to}>{text}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
