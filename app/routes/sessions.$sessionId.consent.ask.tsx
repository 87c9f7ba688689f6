import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button, LinkButton } from "~/components/button";
import { Checkboxes } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { NoLinksToPhones } from "~/components/no-links-to-phones";
import { PageHeading } from "~/components/page-heading";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { consentRows } from "~/domain/consent/matrix";
import { holdsDayOfBirth, linkState } from "~/domain/consent/own-link";
import { opensOnPhones } from "~/domain/consent/opens-on-phones";
import { viewAt } from "~/domain/readiness/view";
import { askForAnswersForm, checkChoices } from "~/forms/ask-for-answers-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { askForAnswers } from "~/services/ask-for-answers.server";
import { proposeWord } from "~/services/propose-word";

export const handle = titled("Ask by link");

export async function loader(args: LoaderFunctionArgs) {
  const { sessionId, record, readiness } = await requireSession(args, "session.edit");
  const view = viewAt(record, readiness.at);
  const rows = consentRows(view, readiness);
  const open = view.participants.filter((participant) => linkState(view, participant) === "asks");
  const people = rows
    .filter(({ id }) => open.some((participant) => participant.id === id))
    .map(({ id, name, code, cells }) => ({
      value: id,
      label: name,
      hint: name === code ? undefined : code,
      unanswered: cells.some(({ state }) => state === "not_asked"),
    }));
  return {
    id: sessionId,
    title: record.session.title,
    people: people.map(({ unanswered: _, ...choice }) => choice),
    unanswered: people.filter(({ unanswered }) => unanswered).map(({ value }) => value),
    birthHeldOfAll: open.every(({ birth }) => holdsDayOfBirth(birth)),
    onPhones: opensOnPhones(args.context.origin),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(askForAnswersForm, args.request);
  if (!form.ok) return rejected(form);
  const { participantIds, check } = form.data;
  const asked = participantIds.map((participantId) => ({
    participantId,
    check: check === "word" ? { kind: check, word: proposeWord() } : { kind: check },
  }));
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await askForAnswers(actor, sessionId, asked, { submission });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirect(paths.ownLinks(sessionId), 303);
}

export default function AskForAnswers() {
  const { id, title, people, unanswered, birthHeldOfAll, onPhones } = useLoaderData<typeof loader>();
  const nobody = people.length === 0;
  return (
    <>
      <BackLink to={paths.consent(id)}>Consent</BackLink>
      {nobody || !onPhones ? (
        <>
          <PageHeading caption={title} title="Ask by link" />
          {nobody ? <NobodyToAsk id={id} /> : <NoLinksToPhones />}
        </>
      ) : (
        <SchemaForm schema={askForAnswersForm} defaults={{ participantIds: unanswered, check: "word" }}>
          <PageHeading
            caption={title}
            title="Ask by link"
            lead="Each person gets a link of their own and answers for themselves, on any phone, without an account. Only what this session uses is asked."
          />
          <Checkboxes name="participantIds" label="Who do you want to ask?" choices={people} />
          <Radios
            name="check"
            label="What opens the link?"
            hint="It keeps out others who come across the link. It does not prove who answers."
            choices={checkChoices.filter(({ value }) => value === "word" || birthHeldOfAll)}
          />
          <p className="govuk-body">A new link ends the one that somebody had before.</p>
          <Button>Make the links</Button>
        </SchemaForm>
      )}
    </>
  );
}

function NobodyToAsk({ id }: { id: string }) {
  return (
    <EmptyState
      title="There is nobody to ask"
      action={<LinkButton to={paths.consent(id)}>Record what they say</LinkButton>}
    >
      Links are for young people of sessions that have not started yet.
    </EmptyState>
  );
}
