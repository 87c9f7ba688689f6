import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { LinkButton } from "~/components/button";
import { Hero, HeroAction, PageHeading } from "~/components/page-heading";
import { ReadinessAnswer } from "~/components/readiness-answer";
import { readinessDates } from "~/components/readiness-dates";
import { readinessFindings } from "~/components/readiness-findings";
import { BreaksOn, ReadinessSummary } from "~/components/readiness-summary";
import { StatusTag } from "~/components/status-tag";
import { evaluate } from "~/domain/readiness/evaluate";
import { sessionRecord } from "~/domain/record/schema";

/** A scenario as it is really evaluated: the sentences are the domain's own. */
export function ComputedPage({ scenario }: { scenario: string }) {
  const file = new URL(`../scenarios/${scenario}.json`, import.meta.url);
  const record = sessionRecord.parse(JSON.parse(readFileSync(file, "utf8")));
  const readiness = evaluate(record, Temporal.Instant.from("2026-11-23T10:00:00Z"));
  const findings = readinessFindings(readiness, { sessionId: record.session.id, may: () => true });
  return (
    <>
      <Hero
        aside={
          <ReadinessSummary counts={findings.counts}>
            <BreaksOn {...readinessDates(readiness, record.session)} />
          </ReadinessSummary>
        }
      >
        <PageHeading tags={<StatusTag status="not_ready" />} title={record.session.title} />
        <HeroAction>
          <LinkButton to="#put-right">Put the first one right</LinkButton>
        </HeroAction>
      </Hero>
      <ReadinessAnswer findings={findings} />
    </>
  );
}
