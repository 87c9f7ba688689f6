import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { LinkButton } from "~/components/button";
import { InsetText } from "~/components/callout";
import { Fold } from "~/components/details";
import { titled } from "~/components/document-title";
import { Hero, HeroAction, PageHeading, Section } from "~/components/page-heading";
import { PrintSheet } from "~/components/print-sheet";
import { readinessFindings, type ShownRequirement } from "~/components/readiness-findings";
import { ReadinessRow, ReadinessRows } from "~/components/readiness-row";
import { ReadinessSummary } from "~/components/readiness-summary";
import { RecordSection } from "~/components/record-section";
import { StatusTag } from "~/components/status-tag";
import { Timeline } from "~/components/timeline";
import { listHistoryDetails } from "~/data/session-history.server";
import { sessionLine } from "~/domain/session/session-line";
import { recordHistory } from "~/exports/record-history";
import {
  adultsSection,
  briefingSection,
  consentSection,
  participantsSection,
} from "~/exports/record-sections";
import { signOffSection } from "~/exports/sign-off-section";
import { requireRecord } from "~/http/record-page.server";
import { paths } from "~/paths";

export const handle = titled<{ reference: string }>(({ reference }) => `Record ${reference}`);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, readiness, status, redacted, sessionId } = await requireRecord(args);
  const { reference, title } = record.session;
  const history = recordHistory(record, await listHistoryDetails(actor, sessionId)).reverse();
  const { counts, requirements } = readinessFindings(readiness, {
    sessionId,
    may: () => false,
  });
  const heading = redacted ? `Session ${reference}` : title;
  const signOff = signOffSection(record);
  const parts = [participantsSection, consentSection, briefingSection, adultsSection].map((part) =>
    part(record),
  );
  const line = sessionLine(record);
  return {
    sessionId,
    reference,
    heading,
    line,
    status,
    redacted,
    counts,
    requirements,
    signOff,
    parts,
    history,
  };
}

export default function Record() {
  const {
    sessionId,
    reference,
    heading,
    line,
    status,
    redacted,
    counts,
    requirements,
    signOff,
    parts,
    history,
  } = useLoaderData<typeof loader>();
  return (
    <PrintSheet reference={`Record of session ${reference}`}>
      <BackLink to={redacted ? paths.records : paths.session(sessionId)}>
        {redacted ? "Records" : heading}
      </BackLink>
      <Hero aside={<ReadinessSummary counts={counts} />}>
        <PageHeading
          caption={redacted ? "Record" : `Record ${reference}`}
          title={heading}
          tags={<StatusTag status={status} />}
          lead={line}
        />
        <HeroAction>
          <LinkButton to={paths.exportRecord(sessionId)}>Export this record</LinkButton>
        </HeroAction>
      </Hero>
      {redacted ? (
        <InsetText>
          You see this record redacted: young people and adults stand by codes, and what somebody typed reads
          “[withheld]”.
        </InsetText>
      ) : null}
      <RecordSection part={signOff} />
      <Requirements rows={requirements} />
      {parts.map((part) => (
        <RecordSection key={part.title} part={part} />
      ))}
      <Section heading="History" id="history">
        {history.length === 0 ? <p className="govuk-body">Nothing has happened yet.</p> : null}
        <Timeline
          items={history.map(({ seq, at, when, what, more, by }) => ({
            id: String(seq),
            title: what,
            by,
            at: when,
            dateTime: at,
            body: more.length > 0 ? more.map((words) => <p key={words}>{words}</p>) : null,
          }))}
        />
      </Section>
    </PrintSheet>
  );
}

function Requirements({ rows }: { rows: ShownRequirement[] }) {
  return (
    <Section heading="Requirements">
      <Fold summary={`Every requirement as it stands now (${rows.length})`}>
        <ReadinessRows>
          {rows.map(({ id, tone, title, why, source }) => (
            <ReadinessRow key={id} id={id} tone={tone} heading={title} why={why} source={[...source, id]} />
          ))}
        </ReadinessRows>
      </Fold>
    </Section>
  );
}
