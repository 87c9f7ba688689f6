import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { LinkButton } from "~/components/button";
import { Fold } from "~/components/details";
import { Hero, HeroAction, PageHeading, Section } from "~/components/page-heading";
import { ReadinessRow, ReadinessRows } from "~/components/readiness-row";
import { ReadinessSummary } from "~/components/readiness-summary";
import { readinessView, type RowData } from "~/components/readiness-view";
import { StatusTag } from "~/components/status-tag";
import { evaluate } from "~/domain/readiness/evaluate";
import { sessionRecord } from "~/domain/record/schema";

/** A scenario as it is really evaluated: the sentences are the domain's own. */
export function ComputedPage({ scenario }: { scenario: string }) {
  const file = new URL(`../scenarios/${scenario}.json`, import.meta.url);
  const record = sessionRecord.parse(JSON.parse(readFileSync(file, "utf8")));
  const { requirements } = evaluate(record, Temporal.Instant.from("2026-11-23T10:00:00Z"));
  const view = readinessView(requirements, ({ section }) => `/sessions/1/${section}`);
  return (
    <>
      <Hero aside={<ReadinessSummary counts={view.counts} />}>
        <PageHeading tags={<StatusTag status="not_ready" />} title={record.session.title ?? "A session"} />
        <HeroAction>
          <LinkButton to="#first">Put the first one right</LinkButton>
        </HeroAction>
      </Hero>
      <Rows heading="Put right" rows={view.putRight} />
      <Rows heading="Needs agreement" rows={view.agree} />
      <Rows heading="Worth a look" rows={view.worthALook} />
      <Section heading="Met">
        <Fold summary={`Show the ${view.met.length} that are met`} open>
          <ReadinessRows>
            {view.met.map((row) => (
              <ReadinessRow key={row.id} {...row} />
            ))}
          </ReadinessRows>
        </Fold>
      </Section>
      <Rows heading="Does not apply" rows={view.notApplicable} />
    </>
  );
}

function Rows({ heading, rows }: { heading: string; rows: RowData[] }) {
  if (rows.length === 0) return null;
  return (
    <Section heading={heading}>
      <ReadinessRows>
        {rows.map((row) => (
          <ReadinessRow key={row.id} {...row} />
        ))}
      </ReadinessRows>
    </Section>
  );
}
