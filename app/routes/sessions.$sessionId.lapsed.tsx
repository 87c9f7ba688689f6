import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { InsetText } from "~/components/callout";
import { ChangeList } from "~/components/change-list";
import { titled } from "~/components/document-title";
import { lapseStory } from "~/components/lapse-story";
import { NextStep } from "~/components/next-step";
import { HeroAction, PageHeading, Section } from "~/components/page-heading";
import { Findings } from "~/components/readiness-answer";
import { readinessFindings } from "~/components/readiness-findings";
import { sessionHead } from "~/components/session-head";
import { StatusTag } from "~/components/status-tag";
import { Timeline } from "~/components/timeline";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";

export const handle = titled<{ head: { title: string } }>(({ head }) => `What changed: ${head.title}`);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, readiness, status, subject, sessionId, mayDo } = await requireSession(args);
  const story = lapseStory(record);
  if (!story) throw redirect(paths.session(sessionId));
  return {
    head: sessionHead({ actor, record, readiness, status, subject }, mayDo),
    story,
    putRight: readinessFindings(readiness, { sessionId, may: mayDo }).putRight,
  };
}

export default function Lapsed() {
  const { head, story, putRight } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.session(head.id)}>{head.title}</BackLink>
      <PageHeading title={story.heading} tags={<StatusTag status={head.status} />} lead={story.lead} />
      <HeroAction>
        <NextStep step={head.step} />
      </HeroAction>
      <InsetText>{story.effect}</InsetText>
      {story.lines.length > 0 ? (
        <Section heading={`What differs from what ${story.approver} signed`}>
          <ChangeList lines={story.lines} />
        </Section>
      ) : null}
      <Findings id="put-right" heading="Put right" rows={putRight} />
      <Section heading="What happened to the sign-off">
        <Timeline items={story.events} />
      </Section>
    </>
  );
}
