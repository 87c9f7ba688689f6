import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button, ButtonGroup } from "~/components/button";
import { InsetText, WarningText } from "~/components/callout";
import { ChangeList } from "~/components/change-list";
import { checkAnswers } from "~/components/check-answers";
import { Tick } from "~/components/checkboxes";
import { Fold } from "~/components/details";
import { titled } from "~/components/document-title";
import { Hero, PageHeading, Section } from "~/components/page-heading";
import { Findings } from "~/components/readiness-answer";
import { readinessDates } from "~/components/readiness-dates";
import { readinessFindings } from "~/components/readiness-findings";
import { BreaksOn, ReadinessSummary } from "~/components/readiness-summary";
import { askedFindings, barOf, changedSince, type AskedFinding } from "~/components/review";
import { PasscodeField } from "~/components/passcode-field";
import { SchemaForm } from "~/components/schema-form";
import { StatusTag } from "~/components/status-tag";
import { SummaryList } from "~/components/summary-list";
import { TextArea } from "~/components/text-area";
import { TextLink } from "~/components/text-link";
import { WhoWroteDown } from "~/components/written-answers";
import { whoWroteDown } from "~/domain/consent/writers";
import { viewAt } from "~/domain/readiness/view";
import { sessionLine } from "~/domain/session/session-line";
import { parseForm, rejected } from "~/forms/parse-form";
import { signOffForm } from "~/forms/sign-off-form";
import { answerConfirmed, answerRefusal } from "~/http/answer.server";
import { asksForPasscode, confirmedBy } from "~/http/confirmation.server";
import { requireApprover } from "~/http/session-page.server";
import { paths } from "~/paths";
import { signOffSession } from "~/services/sign-off-session.server";

export const handle = titled<{ title: string }>(({ title }) => `Review ${title}`);

export async function loader(args: LoaderFunctionArgs) {
  const page = await requireApprover(args);
  const { actor, record, readiness, status, subject, digest, sessionId } = page;
  const { counts, look } = readinessFindings(readiness, { sessionId, may: () => false });
  return {
    id: sessionId,
    title: record.session.title,
    reference: record.session.reference,
    line: sessionLine(record),
    status,
    seen: digest,
    bar: barOf(actor, subject),
    counts,
    dates: readinessDates(readiness, record.session),
    look,
    asked: askedFindings(readiness),
    asksForPasscode: asksForPasscode(page),
    changed: changedSince(record),
    written: whoWroteDown(viewAt(record, readiness.at), subject),
    sections: checkAnswers(record),
  };
}

export async function action(args: ActionFunctionArgs) {
  const page = await requireApprover(args);
  const { sessionId } = page;
  const form = await parseForm(signOffForm, args.request);
  if (!form.ok) return rejected(form);
  const { passcode, ...content } = form.data;
  const confirmed = await confirmedBy(page, passcode);
  if (!confirmed.ok) return answerRefusal(form, confirmed.refusal);
  const { seen, accept, adultsSuit } = content;
  const submission = { id: form.submissionId, content };
  const accepted = Object.values(accept);
  const outcome = await signOffSession(confirmed.value, sessionId, {
    seen,
    accepted,
    adultsSuit,
    submission,
  });
  return answerConfirmed(form, outcome, { to: paths.session(sessionId), notice: "signed_off" });
}

export default function Review() {
  const data = useLoaderData<typeof loader>();
  const { id, title, reference, line, status, bar, counts, dates, look, changed, written, sections } = data;
  const open = status === "waiting_for_sign_off" && bar === null;
  return (
    <>
      <BackLink to={paths.session(id)}>{title}</BackLink>
      <Hero
        aside={
          <ReadinessSummary counts={counts}>
            <BreaksOn {...dates} />
            <p className="app-readiness-summary__more">
              <TextLink to={paths.readiness(id)}>See every requirement</TextLink>
            </p>
          </ReadinessSummary>
        }
      >
        <PageHeading
          caption={`${reference} · Review`}
          title={title}
          tags={<StatusTag status={status} />}
          lead={line}
        />
        {status === "waiting_for_sign_off" ? null : (
          <InsetText>This session is not waiting for sign-off. Nothing is asked of you.</InsetText>
        )}
        {bar ? <WarningText>{bar}</WarningText> : null}
      </Hero>
      <Section heading={changed ? `What changed since it was signed off on ${changed.when}` : "What is new"}>
        {changed === null ? (
          <p className="govuk-body">Nobody has signed this session off before, so everything is new.</p>
        ) : changed.lines.length === 0 ? (
          <p className="govuk-body">Nothing that the sign-off covers has changed.</p>
        ) : (
          <ChangeList lines={changed.lines} />
        )}
      </Section>
      <Section heading="Who wrote the answers down">
        <WhoWroteDown {...written} />
      </Section>
      <Findings id="look" heading="Worth a look" rows={look} />
      <Section heading="All answers">
        <Fold summary="Show everything that was answered">
          {sections.map(({ heading, answers }) => (
            <Section key={heading} heading={heading}>
              <SummaryList rows={answers} />
            </Section>
          ))}
        </Fold>
      </Section>
      {open ? <Decision {...data} /> : null}
    </>
  );
}

type DecisionProps = { id: string; seen: string; asked: AskedFinding[]; asksForPasscode: boolean };

function Decision({ id, seen, asked, asksForPasscode: asksForCode }: DecisionProps) {
  return (
    <SchemaForm schema={signOffForm}>
      <input type="hidden" name="seen" value={seen} />
      {asked.length > 0 ? (
        <Section heading="You are asked to agree">
          {asked.map((finding, at) => (
            <Asked key={finding.requirement + finding.subject} finding={finding} at={at} />
          ))}
        </Section>
      ) : null}
      <Section heading="Sign off">
        <p className="govuk-body">
          Your name, the time and exactly these facts are kept. A change that makes the session less safe
          undoes your sign-off, and you are told what changed.
        </p>
        <Tick
          name="adultsSuit"
          label="These adults suit this group of young people"
          hint="The NSPCC asks that suitable adults watch the livestream."
        />
        <Tick name="looked" label="I have looked at the session as it stands on this page" />
        <PasscodeField asked={asksForCode} />
        <ButtonGroup>
          <Button>Sign off</Button>
          <TextLink to={paths.returnSession(id)}>Send it back with comments</TextLink>
        </ButtonGroup>
      </Section>
    </SchemaForm>
  );
}

function Asked({ finding, at }: { finding: AskedFinding; at: number }) {
  const { requirement, code, subject, heading, why, source } = finding;
  return (
    <div className="app-card">
      <h3 className="app-card__title">{heading}</h3>
      <p className="govuk-body">{why}</p>
      <p className="govuk-body-s app-muted">{source}</p>
      <input type="hidden" name={`accept.${at}.requirement`} value={requirement} />
      <input type="hidden" name={`accept.${at}.code`} value={code} />
      <input type="hidden" name={`accept.${at}.subject`} value={subject} />
      <TextArea name={`accept.${at}.reason`} label="Why do you accept this?" rows={2} />
    </div>
  );
}
