import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { InsetText } from "~/components/callout";
import { Card } from "~/components/card";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { homeTasks, type HomeTask } from "~/components/home-tasks";
import { NoticeList } from "~/components/notice-list";
import { PageHeading, Section } from "~/components/page-heading";
import { firstStepTasks, settingsTasks } from "~/components/settings-tasks";
import { TaskCard } from "~/components/task-card";
import { TaskList } from "~/components/task-list";
import { TextLink } from "~/components/text-link";
import { countFirstSteps } from "~/data/first-steps.server";
import { findHomeFor } from "~/data/home.server";
import { loadSettings } from "~/data/organisation-settings.server";
import { isSetUp } from "~/data/set-up.server";
import type { Actor } from "~/domain/actor";
import { organisationStatementsOn } from "~/domain/people/organisation-statements";
import { may } from "~/domain/permissions";
import { countOf, dateInWords, parseDate } from "~/domain/time/words";
import { noticesForm } from "~/forms/notices-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { redirectWithNotice } from "~/http/notice.server";
import { shownNotice } from "~/http/shown-notice";
import { requireSignedIn, whoIsSignedIn } from "~/http/signed-in.server";
import { homeToday } from "~/http/today.server";
import { paths } from "~/paths";
import { markNoticesRead } from "~/services/mark-notices-read.server";

export const handle = titled("Your tasks");

export async function loader(args: LoaderFunctionArgs) {
  if (!(await whoIsSignedIn(args))) throw redirect((await isSetUp()) ? paths.signIn : paths.setUp);
  const { actor, holder, name } = await requireSignedIn(args);
  if (!may(actor, "adult.view")) throw redirect(paths.records);
  const { sessions, more, notices, removals } = await findHomeFor(actor);
  return {
    name,
    firstSteps: may(actor, "user.edit") ? await firstSteps(actor) : [],
    resting: holder.roles.length > actor.roles.length,
    mayPlan: may(actor, "session.plan"),
    tasks: homeTasks(actor, sessions),
    more,
    notices: notices.map(shownNotice),
    removals: removals.map((one) => ({ ...one, dueOn: dateInWords(parseDate(one.dueOn)) })),
  };
}

/** What is still to be set up before a first session, or nothing once all of it is there. */
async function firstSteps(actor: Actor) {
  const [counted, { organisation, policy, statements }] = await Promise.all([
    countFirstSteps(actor),
    loadSettings(actor),
  ]);
  const stated = organisationStatementsOn(statements, policy.statementMonths, homeToday());
  const tasks = firstStepTasks(counted, settingsTasks(organisation, stated));
  return tasks.every(({ status }) => status === "completed") ? [] : tasks;
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args);
  const form = await parseForm(noticesForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  await markNoticesRead(actor, form.data.notices, { submission });
  return redirectWithNotice(paths.home, "read");
}

export default function Home() {
  const data = useLoaderData<typeof loader>();
  const { name, firstSteps: steps, resting, mayPlan, tasks, more, notices, removals } = data;
  const { toSign, toConsider, toPlan } = tasks;
  const plan = mayPlan ? <LinkButton to={paths.newSession}>Plan a session</LinkButton> : null;
  const nothing =
    !resting && [steps, toSign, toConsider, toPlan, notices, removals].every((list) => list.length === 0);
  return (
    <>
      <PageHeading caption={name} title="Your tasks" />
      {nothing ? (
        <EmptyState title="Nothing needs you" action={plan}>
          What waits for you stands here: sessions to plan, to consider or to sign off, and what changed.
        </EmptyState>
      ) : (
        plan
      )}
      {resting ? (
        <InsetText>
          More may wait for you in your other roles.{" "}
          <TextLink to={`${paths.confirm}?next=${encodeURIComponent(paths.home)}`}>
            Confirm that it is you
          </TextLink>{" "}
          to see it.
        </InsetText>
      ) : null}
      {steps.length > 0 ? (
        <Section heading="Set up once, for every session">
          <TaskList tasks={steps} />
        </Section>
      ) : null}
      {removals.length > 0 ? (
        <Section heading="Stop using and remove">
          {removals.map(({ sessionId, reference, dueOn }) => (
            <Card key={sessionId} title={reference}>
              <p className="govuk-body">Somebody changed their mind. To be done by {dueOn}.</p>
              <TextLink to={paths.stopUsing(sessionId)} about={`of ${reference}`}>
                See what
              </TextLink>
            </Card>
          ))}
        </Section>
      ) : null}
      <Tasks heading="Waiting for your sign-off" tasks={toSign} />
      <Tasks heading="Waiting for a safeguarding lead" tasks={toConsider} />
      {notices.length > 0 ? (
        <Section heading="What happened">
          <NoticeList notices={notices} />
        </Section>
      ) : null}
      <Tasks heading="Sessions you plan or have a part in" tasks={toPlan} />
      {more > 0 ? (
        <p className="govuk-body">
          {`${countOf(more, "later session")} ${more === 1 ? "is" : "are"} not looked through here. `}
          <TextLink to={paths.sessions}>All sessions</TextLink>
        </p>
      ) : null}
    </>
  );
}

function Tasks({ heading, tasks }: { heading: string; tasks: HomeTask[] }) {
  if (tasks.length === 0) return null;
  return (
    <Section heading={heading}>
      {tasks.map((task) => (
        <TaskCard key={`${task.id} ${task.ask}`} task={task} />
      ))}
    </Section>
  );
}
