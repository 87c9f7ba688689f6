import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button, ButtonGroup } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { DisplayNameField, ParticipantFields } from "~/components/participant-fields";
import { SchemaForm } from "~/components/schema-form";
import { exposuresUsed } from "~/domain/people/exposure";
import { newParticipant } from "~/domain/people/participant-answers";
import { parseForm, rejected } from "~/forms/parse-form";
import { participantAnswers, participantForm } from "~/forms/participant-form";
import { answerAddition } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { addParticipant } from "~/services/add-participant.server";

export const handle = titled("Add a young person");

export async function loader(args: LoaderFunctionArgs) {
  const { record, name } = await requireSession(args, "session.edit");
  const { id, title, media } = record.session;
  return { id, title, ways: exposuresUsed(media), signedInAs: name };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, record } = await requireSession(args, "session.edit");
  const form = await parseForm(participantForm, args.request);
  if (!form.ok) return rejected(form);
  const blank = newParticipant({ id: "", personId: "", code: "", addedAt: "" });
  const answers = participantAnswers(form.data, blank, record.session.media);
  const submission = { id: form.submissionId, content: answers };
  const outcome = await addParticipant(actor, sessionId, answers, { submission });
  const to = form.data.another ? paths.addParticipant(sessionId) : paths.participants(sessionId);
  return answerAddition(form, outcome, { to, done: "added" });
}

export default function AddParticipant() {
  const { id, title, ways, signedInAs } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.participants(id)}>Who takes part</BackLink>
      <SchemaForm schema={participantForm} defaults={{ exposure: ways }}>
        <PageHeading
          caption={title}
          title="Add a young person"
          lead="Save at any time, with as much as you know."
        />
        <DisplayNameField />
        <ParticipantFields ways={ways} signedInAs={signedInAs} />
        <ButtonGroup>
          <Button>Save</Button>
          <Button kind="secondary" name="another" value="yes">
            Save and add another
          </Button>
        </ButtonGroup>
      </SchemaForm>
    </>
  );
}
