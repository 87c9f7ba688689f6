import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { InsetText, WarningText } from "~/components/callout";
import { titled } from "~/components/document-title";
import { NextStep } from "~/components/next-step";
import { Hero, HeroAction, PageHeading } from "~/components/page-heading";
import { PrintSheet } from "~/components/print-sheet";
import { ReadinessAnswer } from "~/components/readiness-answer";
import { platformsChecked, readinessDates } from "~/components/readiness-dates";
import { readinessFindings } from "~/components/readiness-findings";
import { BreaksOn, ReadinessSummary } from "~/components/readiness-summary";
import { sessionHead } from "~/components/session-head";
import { StatusTag } from "~/components/status-tag";
import { isFlagged } from "~/domain/sign-off/in-force";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";

export const handle = titled<{ head: { title: string } }>(({ head }) => `Readiness of ${head.title}`);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, readiness, status, subject, sessionId, mayDo } = await requireSession(args);
  return {
    sessionId,
    head: sessionHead({ actor, record, readiness, status, subject }, mayDo),
    blockers: readiness.blockers.map(({ message }) => message),
    dates: readinessDates(readiness, record.session),
    findings: readinessFindings(readiness, {
      sessionId,
      may: mayDo,
      platformsChecked: platformsChecked(record.platformModes),
    }),
    flagged: status === "signed_off" && isFlagged(readiness),
  };
}

export default function ReadinessPage() {
  const { sessionId, head, blockers, dates, findings, flagged } = useLoaderData<typeof loader>();
  return (
    <PrintSheet reference={`${head.reference} · ${head.title}`}>
      <BackLink to={paths.session(sessionId)}>{head.title}</BackLink>
      <Hero
        aside={
          <ReadinessSummary counts={findings.counts}>
            <BreaksOn {...dates} />
          </ReadinessSummary>
        }
      >
        <PageHeading
          caption={`${head.reference} · Readiness`}
          title={head.title}
          tags={<StatusTag status={head.status} />}
          lead={head.line}
        />
        {blockers.map((message) => (
          <WarningText key={message}>{message}</WarningText>
        ))}
        <p className="app-lead">{head.answer}</p>
        <HeroAction>
          <NextStep step={head.step} />
        </HeroAction>
        {flagged ? (
          <InsetText>
            Your organisation&apos;s rules changed after this was signed off. The sign-off stands; the next
            change that matters is judged by the rules as they are now.
          </InsetText>
        ) : null}
      </Hero>
      <ReadinessAnswer findings={findings} />
    </PrintSheet>
  );
}
