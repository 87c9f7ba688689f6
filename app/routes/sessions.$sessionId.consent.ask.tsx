import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askPage } from "~/components/ask-page";
import { BackLink } from "~/components/back-link";
import { Button, LinkButton } from "~/components/button";
import { Checkboxes } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { NoLinksToPhones } from "~/components/no-links-to-phones";
import { PageHeading, Section } from "~/components/page-heading";
import { QuestionWithoutWords } from "~/components/question-without-words";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { TextLink } from "~/components/text-link";
import { findOpenRequests } from "~/data/consent-requests.server";
import { findCurrentWordings } from "~/data/consent-wordings.server";
import { noPhones, opensOnPhones } from "~/domain/consent/opens-on-phones";
import { defaultWordingLanguage } from "~/domain/defaults/consent-wordings";
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
  const { actor, sessionId, record, readiness } = await requireSession(args, "session.edit");
  const [requests, wordings] = await Promise.all([
    findOpenRequests(actor, sessionId),
    findCurrentWordings(actor, defaultWordingLanguage),
  ]);
  const linked = requests.map(({ participantId }) => participantId);
  return {
    id: sessionId,
    title: record.session.title,
    ...askPage(viewAt(record, readiness.at), readiness, linked, wordings),
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
  const outcome = opensOnPhones(args.context.origin)
    ? await askForAnswers(actor, sessionId, asked, { submission })
    : noPhones;
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirect(paths.ownLinks(sessionId), 303);
}

export default function AskForAnswers() {
  const page = useLoaderData<typeof loader>();
  const { id, title, started, people, proposed, someLinked, birthHeldOfAll, onPhones } = page;
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
        <SchemaForm schema={askForAnswersForm} defaults={{ participantIds: proposed, check: "word" }}>
          <PageHeading caption={title} {...(started ? afterTheStart : beforeTheStart)} />
          <WhatIsAsked {...page} />
          <Checkboxes
            name="participantIds"
            label={started ? "Who needs a new link?" : "Who do you want to ask?"}
            hint={someLinked ? "A new link ends the one that somebody has." : undefined}
            choices={people}
          />
          <Radios
            name="check"
            label="What opens the link?"
            hint="It keeps out others who come across the link. It does not prove who answers."
            choices={checkChoices.filter(({ value }) => value === "word" || birthHeldOfAll)}
          />
          <Button>Make the links</Button>
        </SchemaForm>
      )}
    </>
  );
}

const beforeTheStart = {
  title: "Ask by link",
  lead: "Each person gets a link of their own and answers for themselves, on any phone, without an account.",
};
const afterTheStart = {
  title: "New links to change their mind",
  lead: "The session has started. A link now takes a no and a change of mind, as long as something that they agreed to is kept or in use.",
};

type WhatIsAskedProps = Pick<ReturnType<typeof askPage>, "questions" | "unworded">;

/** The questions that follow from what the session does, with the version of their words. */
function WhatIsAsked({ questions, unworded }: WhatIsAskedProps) {
  if (questions.length === 0) return null;
  return (
    <Section heading="What they are asked">
      <ul className="govuk-list govuk-list--bullet">
        {questions.map(({ heading, version, whom }) => (
          <li key={heading}>
            {heading}
            {whom === null ? null : `, of ${whom} alone`}
            {version === null ? null : ` (version ${version})`}
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        This follows from the session’s settings, and nothing else is asked.{" "}
        <TextLink to={paths.wording}>See the words</TextLink>.
      </p>
      {unworded ? <QuestionWithoutWords /> : null}
    </Section>
  );
}

function NobodyToAsk({ id }: { id: string }) {
  return (
    <EmptyState
      title="There is nobody to ask"
      action={<LinkButton to={paths.consent(id)}>Record what they say</LinkButton>}
    >
      Links are for young people of a session that has not started yet, and afterwards for those who agreed to
      something that is kept or in use.
    </EmptyState>
  );
}
