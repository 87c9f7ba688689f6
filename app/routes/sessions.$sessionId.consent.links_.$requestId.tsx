import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button, LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { findOpenRequests } from "~/data/consent-requests.server";
import { nameOf } from "~/domain/readiness/view";
import { agreedWordForm } from "~/forms/ask-for-answers-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerConfirmed } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { changeAgreedWord } from "~/services/keep-consent-request.server";
import { proposeWords } from "~/services/propose-word";

export const handle = titled("Agree another word");

/** @throws Response 404 for a link that is not open, or of another session */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, sessionId, record } = await requireSession(args, "session.edit");
  const requests = await findOpenRequests(actor, sessionId);
  const request = requests.find(({ id }) => id === args.params["requestId"]);
  const participant = record.participants.find(({ id }) => id === request?.participantId);
  if (!request || !participant) throw new Response(null, { status: 404 });
  const { check, openedAt } = request;
  return {
    id: sessionId,
    code: participant.code,
    name: nameOf(participant),
    word: check.kind === "word" && openedAt === null ? check.word : null,
    ideas: proposeWords(3),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const requestId = args.params["requestId"] ?? "";
  const form = await parseForm(agreedWordForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const { word } = form.data;
  const outcome = await changeAgreedWord(actor, sessionId, requestId, word, { submission });
  return answerConfirmed(form, outcome, { to: paths.ownLinks(sessionId), notice: "saved" });
}

export default function AgreedWord() {
  const { id, code, name, word, ideas } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.ownLinks(id)}>Links to answer</BackLink>
      {word === null ? (
        <>
          <PageHeading caption={code} title={`The word of ${name}`} />
          <EmptyState
            title="Their word cannot be changed"
            action={<LinkButton to={paths.askForAnswers(id)}>Make a new link</LinkButton>}
          >
            They have opened their link already, or it opens with their day and month of birth.
          </EmptyState>
        </>
      ) : (
        <SchemaForm schema={agreedWordForm} defaults={{ word }}>
          <PageHeading
            caption={code}
            title={`Agree another word with ${name}`}
            lead="Choose it together. It keeps out others who come across the link, so take nothing that everybody knows of them."
          />
          <TextField
            name="word"
            label="The word"
            hint={`Four letters or more. Ideas: ${ideas.join(", ")}`}
            width={20}
            spellCheck={false}
          />
          <Button>Save the word</Button>
        </SchemaForm>
      )}
    </>
  );
}
