import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button, LinkButton } from "~/components/button";
import { Checkboxes, Tick } from "~/components/checkboxes";
import { answerLine } from "~/components/consent-history";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { correctable } from "~/domain/consent/correction";
import { scopeHeadings } from "~/domain/consent/words";
import { nameOf } from "~/domain/readiness/view";
import { correctConsentForm } from "~/forms/correct-consent-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerAddition } from "~/http/answer.server";
import { requireParticipant } from "~/http/participant-page.server";
import { paths } from "~/paths";
import { correctConsent } from "~/services/correct-consent.server";

export const handle = titled<{ code: string }>(({ code }) => `Put right what was recorded of ${code}`);

export async function loader(args: LoaderFunctionArgs) {
  const { sessionId, view, participant } = await requireParticipant(args, "session.edit", { leftToo: true });
  return {
    id: sessionId,
    participantId: participant.id,
    code: participant.code,
    name: nameOf(participant),
    answers: correctable(view, participant).map((event) => ({
      value: event.id,
      label: scopeHeadings[event.scope],
      hint: answerLine(view, event),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, participant } = await requireParticipant(args, "session.edit", { leftToo: true });
  const form = await parseForm(correctConsentForm, args.request);
  if (!form.ok) return rejected(form);
  const { answerIds } = form.data;
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await correctConsent(actor, sessionId, participant.id, answerIds, { submission });
  return answerAddition(form, outcome, {
    to: paths.consentHistory(sessionId, participant.id),
    done: "saved",
  });
}

export default function CorrectConsent() {
  const { id, participantId, code, name, answers } = useLoaderData<typeof loader>();
  const heading = (
    <PageHeading
      caption={code}
      title={`Put right what was recorded of ${name}`}
      lead="Use this where a yes was written down that nobody gave. It becomes a no, and both stay on record. Has somebody changed their mind? Record that instead."
    />
  );
  return (
    <>
      <BackLink to={paths.recordConsent(id, participantId)}>{name}</BackLink>
      {answers.length === 0 ? (
        <>
          {heading}
          <EmptyState
            title="There is nothing to put right"
            action={<LinkButton to={paths.recordConsent(id, participantId)}>Record an answer</LinkButton>}
          >
            Only a yes that staff wrote down can be put right. What young people answer themselves is theirs.
          </EmptyState>
        </>
      ) : (
        <SchemaForm schema={correctConsentForm}>
          {heading}
          <Checkboxes
            name="answerIds"
            label="Which answers were written down wrongly?"
            hint="A no cannot be made a yes here. Ask again, and record what they say."
            choices={answers}
          />
          <Tick name="sure" label="They did not say yes to this" />
          <Button>Make it a no</Button>
        </SchemaForm>
      )}
    </>
  );
}
