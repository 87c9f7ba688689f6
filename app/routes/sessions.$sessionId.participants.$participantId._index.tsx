import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button, ButtonGroup } from "~/components/button";
import { titled } from "~/components/document-title";
import { NameAdviceNote } from "~/components/name-advice";
import { PageHeading } from "~/components/page-heading";
import { DisplayNameField, ParticipantFields } from "~/components/participant-fields";
import { SchemaForm } from "~/components/schema-form";
import { TextLink } from "~/components/text-link";
import { nameAdvice } from "~/domain/identity/name-advice";
import { exposuresUsed } from "~/domain/people/exposure";
import { parseForm, rejected } from "~/forms/parse-form";
import {
  participantAnswers,
  participantDefaults,
  participantForm,
  participantLabels,
  participantWords,
} from "~/forms/participant-form";
import { answerEdit } from "~/http/answer.server";
import { requireParticipant } from "~/http/participant-page.server";
import { paths } from "~/paths";
import { changeParticipant } from "~/services/change-participant.server";

export const handle = titled<{ code: string }>(({ code }) => `Change ${code}`);

export async function loader(args: LoaderFunctionArgs) {
  const { record, version, participant, name } = await requireParticipant(args);
  const { id, media } = record.session;
  return {
    id,
    participantId: participant.id,
    code: participant.code,
    shownName: participant.displayName,
    advice: nameAdvice(participant),
    ways: exposuresUsed(media),
    signedInAs: name,
    version,
    defaults: participantDefaults(participant, media),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, participant, record } = await requireParticipant(args);
  const form = await parseForm(participantForm, args.request);
  if (!form.ok) return rejected(form);
  const answers = participantAnswers(form.data, participant, record.session.media);
  const submission = { id: form.submissionId, content: answers };
  const options = { version: form.version, submission };
  const outcome = await changeParticipant(actor, sessionId, participant.id, answers, options);
  return answerEdit(form, outcome, {
    to: paths.participants(sessionId),
    labels: participantLabels,
    words: participantWords,
    reload: async () => {
      const now = await requireParticipant(args);
      return {
        defaults: participantDefaults(now.participant, now.record.session.media),
        version: now.version,
      };
    },
  });
}

export default function ChangeParticipant() {
  const { id, participantId, code, shownName, advice, ways, signedInAs, version, defaults } =
    useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.participants(id)}>Who takes part</BackLink>
      <SchemaForm schema={participantForm} defaults={defaults} version={version}>
        <PageHeading caption={code} title={shownName ?? "No name to show yet"} />
        <DisplayNameField />
        {advice && shownName ? <NameAdviceNote advice={advice} name={shownName} /> : null}
        <input type="hidden" name="shownName" value={shownName ?? ""} />
        <ParticipantFields ways={ways} signedInAs={signedInAs} />
        <ButtonGroup>
          <Button>Save</Button>
          <TextLink to={paths.removeParticipant(id, participantId)}>Remove from this session</TextLink>
        </ButtonGroup>
      </SchemaForm>
    </>
  );
}
