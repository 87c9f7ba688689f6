import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { titled } from "~/components/document-title";
import { NextStep, nextStep } from "~/components/next-step";
import { Fold } from "~/components/details";
import { Hero, HeroAction, PageHeading, Section } from "~/components/page-heading";
import { ReadinessRow, ReadinessRows } from "~/components/readiness-row";
import { BreaksOn, ReadinessSummary } from "~/components/readiness-summary";
import { readinessFindings, type ShownFinding, type ShownRequirement } from "~/components/readiness-findings";
import { StatusTag } from "~/components/status-tag";
import { WarningText } from "~/components/callout";
import { may } from "~/domain/permissions";
import { sessionLine } from "~/domain/session/session-line";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";

export const handle = titled<{ title: string }>(({ title }) => `Readiness of ${title}`);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, readiness, status, subject, mayEdit, sessionId } = await requireSession(args);
  const view = readinessFindings(readiness, { sessionId, zone: record.session.zone, mayEdit });
  const { title, reference } = record.session;
  const step = nextStep({
    sessionId,
    status,
    readiness,
    first: view.putRight[0]?.fixes[0]?.to ?? null,
    mayMarkReady: may(actor, "session.mark_ready", subject),
    maySign: may(actor, "session.sign_off"),
  });
  const blockers = readiness.blockers.map(({ message }) => message);
  return { sessionId, title, reference, line: sessionLine(record), status, blockers, view, step };
}

export default function ReadinessPage() {
  const { sessionId, title, reference, line, status, blockers, view, step } = useLoaderData<typeof loader>();
  const left = view.putRight.length;
  return (
    <>
      <BackLink to={paths.session(sessionId)}>{title}</BackLink>
      <Hero
        aside={
          <ReadinessSummary counts={view.counts}>
            <BreaksOn breaksOn={view.breaksOn} goodThrough={view.goodThrough} />
          </ReadinessSummary>
        }
      >
        <PageHeading caption={reference} title={title} tags={<StatusTag status={status} />} lead={line} />
        {blockers.map((message) => (
          <WarningText key={message}>{message}</WarningText>
        ))}
        <p className="app-lead">{leadOf(left, view.agreement.length, blockers.length > 0)}</p>
        <HeroAction>
          <NextStep step={step} />
        </HeroAction>
      </Hero>
      <Findings heading="Put right" rows={view.putRight} />
      <Findings heading="Needs your manager's agreement" rows={view.agreement} />
      <Findings heading="Worth a look" rows={view.look} />
      <Section heading="Every requirement" id="all">
        <Requirements
          heading="The NSPCC's and Youth Access's advice"
          rows={view.requirements.filter(({ id }) => id.startsWith("R"))}
        />
        <Requirements
          heading="Good practice from elsewhere"
          rows={view.requirements.filter(({ id }) => id.startsWith("B"))}
        />
      </Section>
    </>
  );
}

function leadOf(left: number, agreement: number, blocked: boolean): string {
  if (left > 0)
    return `${left} ${left === 1 ? "thing" : "things"} to put right before it can be marked ready.`;
  if (blocked) return "Everything else is in place.";
  if (agreement > 0) return "Nothing left to put right. Your manager is asked to agree to what is below.";
  return "Everything is in place.";
}

function Findings({ heading, rows }: { heading: string; rows: ShownFinding[] }) {
  if (rows.length === 0) return null;
  return (
    <Section heading={heading}>
      <ReadinessRows>
        {rows.map(({ tone, heading: title, why, fixes, source, others }) => (
          <ReadinessRow
            key={title}
            tone={tone}
            heading={title}
            fixes={fixes}
            source={source}
            why={
              others.length === 0 ? (
                why
              ) : (
                <>
                  <p>{why}</p>
                  <ul className="govuk-list govuk-list--bullet">
                    {others.map((other) => (
                      <li key={other}>{other}</li>
                    ))}
                  </ul>
                </>
              )
            }
          />
        ))}
      </ReadinessRows>
    </Section>
  );
}

function Requirements({ heading, rows }: { heading: string; rows: ShownRequirement[] }) {
  return (
    <Fold summary={`${heading} (${rows.length})`}>
      <ReadinessRows>
        {rows.map(({ id, tone, title, why, source }) => (
          <ReadinessRow key={id} id={id} tone={tone} heading={title} why={why} source={[...source, id]} />
        ))}
      </ReadinessRows>
    </Fold>
  );
}
