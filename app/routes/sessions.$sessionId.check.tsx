import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button, LinkButton } from "~/components/button";
import { InsetText, WarningText } from "~/components/callout";
import { checkAnswers } from "~/components/check-answers";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { Findings } from "~/components/readiness-answer";
import { readinessFindings } from "~/components/readiness-findings";
import { SchemaForm } from "~/components/schema-form";
import { SummaryList } from "~/components/summary-list";
import { TextLink } from "~/components/text-link";
import { parseForm, rejected } from "~/forms/parse-form";
import { confirmForm } from "~/forms/reason-form";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { markSessionReady } from "~/services/mark-session-ready.server";

export const handle = titled("Check your answers");

export async function loader(args: LoaderFunctionArgs) {
  const { record, version, readiness, status, sessionId, mayDo } = await requireSession(
    args,
    "session.mark_ready",
  );
  const { putRight, agreement } = readinessFindings(readiness, { sessionId, may: mayDo });
  return {
    id: sessionId,
    title: record.session.title,
    version,
    ready: readiness.ready,
    sent: status === "waiting_for_sign_off" || status === "signed_off",
    blockers: readiness.blockers.map(({ message }) => message),
    putRight,
    agreement,
    sections: checkAnswers(record),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.mark_ready");
  const form = await parseForm(confirmForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: { version: form.version } };
  const outcome = await markSessionReady(actor, sessionId, { version: form.version, submission });
  if (outcome.ok) return redirectWithNotice(paths.session(sessionId), "marked_ready");
  if (outcome.refusal.code !== "stale_version") return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.checkAnswers(sessionId), "look_again");
}

export default function CheckAnswers() {
  const { id, title, version, ready, sent, blockers, putRight, agreement, sections } =
    useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.session(id)}>{title}</BackLink>
      <SchemaForm schema={confirmForm} version={version}>
        <PageHeading
          title="Check your answers"
          lead={
            sent
              ? "This session has been sent already."
              : "Look at everything once more. A manager who had no part in it is then asked to sign it off."
          }
        />
        {blockers.map((message) => (
          <WarningText key={message}>{message}</WarningText>
        ))}
        <Findings id="put-right" heading="Put right first" rows={putRight} />
        <Findings id="agreement" heading="Your manager is asked to agree" rows={agreement} />
        {sections.map(({ heading, to, answers }) => (
          <section key={heading} className="app-section">
            <div className="app-section__head">
              <h2 className="govuk-heading-m">{heading}</h2>
              <span className="govuk-body app-no-print">
                <TextLink to={to} about={`: ${heading.toLowerCase()}`}>
                  Change
                </TextLink>
              </span>
            </div>
            <SummaryList rows={answers} />
          </section>
        ))}
        {ready && !sent ? (
          <Section heading="Send for sign-off">
            <InsetText>
              From now on, a change that makes the session less safe undoes the sign-off, and everybody
              concerned is told. Changes that only narrow it, such as switching the recording off, do not.
            </InsetText>
            <Button>Mark ready and send for sign-off</Button>
          </Section>
        ) : (
          <LinkButton to={sent ? paths.session(id) : paths.readiness(id)}>
            {sent ? "Back to the session" : "See what is still missing"}
          </LinkButton>
        )}
      </SchemaForm>
    </>
  );
}
