import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Temporal } from "temporal-polyfill";
import { BackLink } from "~/components/back-link";
import { LinkButton } from "~/components/button";
import { InsetText } from "~/components/callout";
import { Fold } from "~/components/details";
import { titled } from "~/components/document-title";
import { historyItems } from "~/components/history-items";
import { Hero, HeroAction, PageHeading, Section } from "~/components/page-heading";
import { PrintSheet } from "~/components/print-sheet";
import { readinessFindings, type Reader, type ShownRequirement } from "~/components/readiness-findings";
import { ReadinessRow, ReadinessRows } from "~/components/readiness-row";
import { ReadinessSummary } from "~/components/readiness-summary";
import { RecordFold, RecordSection } from "~/components/record-section";
import { SeenBy } from "~/components/seen-by";
import { StatusTag } from "~/components/status-tag";
import { TextLink } from "~/components/text-link";
import { Timeline } from "~/components/timeline";
import { listHistoryDetails } from "~/data/session-history.server";
import { listSessionViews } from "~/data/session-views.server";
import { may } from "~/domain/permissions";
import { evaluate } from "~/domain/readiness/evaluate";
import type { SessionRecord } from "~/domain/record/schema";
import { calledOff } from "~/domain/session/called-off";
import { sessionLine } from "~/domain/session/session-line";
import { latestSignOff } from "~/domain/sign-off/standing";
import { instantInWords } from "~/domain/time/words";
import { recordHistory } from "~/exports/record-history";
import { recordParts } from "~/exports/record-parts";
import { requireRecord } from "~/http/record-page.server";
import { paths } from "~/paths";

export const handle = titled<{ reference: string }>(({ reference }) => `Record ${reference}`);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, readiness, status, subject, redacted, sessionId } = await requireRecord(args);
  const { reference, title } = record.session;
  const reader = { sessionId, may: () => false };
  const { counts, requirements } = readinessFindings(readiness, reader);
  const details = await listHistoryDetails(actor, sessionId);
  return {
    sessionId,
    reference,
    heading: redacted ? `Session ${reference}` : title,
    line: sessionLine(record),
    status,
    redacted,
    mayWithdraw: !redacted && !calledOff(record.session) && may(actor, "consent.withdraw", subject),
    counts,
    requirements,
    signed: asSigned(record, reader),
    parts: recordParts(record),
    zone: record.session.zone,
    views: await listSessionViews(actor, sessionId),
    history: historyItems(recordHistory(record, details)),
  };
}

/** What the approver saw, worked out again from the facts as signed. */
function asSigned({ signOffs, session }: SessionRecord, reader: Reader) {
  const signOff = latestSignOff(signOffs);
  if (!signOff) return null;
  const at = Temporal.Instant.from(signOff.at);
  const { requirements } = readinessFindings(evaluate(signOff.facts, at), reader);
  return { requirements, when: instantInWords(at, session.zone) };
}

export default function Record() {
  const { sessionId, reference, heading, line, status, redacted, counts, parts, ...data } =
    useLoaderData<typeof loader>();
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
      <RecordSection part={parts.signOff} />
      <Section heading="Requirements">
        {data.signed ? (
          <Requirements summary={`As signed off on ${data.signed.when}`} rows={data.signed.requirements} />
        ) : null}
        <div className={data.signed ? "app-no-print" : undefined}>
          <Requirements summary="As they stand now" rows={data.requirements} />
        </div>
      </Section>
      <RecordSection part={parts.youngPeople} />
      <RecordSection part={parts.consent}>
        <RecordFold part={parts.answers} />
        {data.mayWithdraw ? (
          <p className="govuk-body app-no-print">
            <TextLink to={paths.consent(sessionId)}>Somebody changed their mind</TextLink>
          </p>
        ) : null}
      </RecordSection>
      <RecordSection part={parts.briefing} />
      <RecordSection part={parts.adults} />
      <Section heading="History" id="history">
        {data.history.length === 0 ? <p className="govuk-body">Nothing has happened yet.</p> : null}
        <Timeline
          items={data.history.map(({ seq, at, when, what, more, by }) => ({
            id: String(seq),
            title: what,
            by,
            at: when,
            dateTime: at,
            body: more.length > 0 ? more.map((words) => <p key={words}>{words}</p>) : null,
          }))}
        />
        <SeenBy views={data.views} zone={data.zone} />
      </Section>
    </PrintSheet>
  );
}

function Requirements({ summary, rows }: { summary: string; rows: ShownRequirement[] }) {
  return (
    <Fold summary={`${summary} (${rows.length})`}>
      <ReadinessRows>
        {rows.map(({ id, tone, title, why, source }) => (
          <ReadinessRow key={id} tone={tone} heading={title} why={why} source={source} />
        ))}
      </ReadinessRows>
    </Fold>
  );
}
