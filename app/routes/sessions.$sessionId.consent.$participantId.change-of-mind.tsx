import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button, LinkButton } from "~/components/button";
import { Checkboxes } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { MomentFields } from "~/components/moment-fields";
import { PageHeading } from "~/components/page-heading";
import { asChoices } from "~/components/participant-fields";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { withdrawableBy } from "~/domain/consent/withdrawal";
import { giverWords, scopeWords } from "~/domain/consent/words";
import { nameOf } from "~/domain/readiness/view";
import { sentenceCase } from "~/domain/sentence-case";
import { changeOfMindForm } from "~/forms/change-of-mind-form";
import { staffRouteWords } from "~/forms/consent-form";
import { momentDefaults } from "~/forms/moment-field";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerAddition } from "~/http/answer.server";
import { requireParticipant } from "~/http/participant-page.server";
import { paths } from "~/paths";
import { withdrawConsent } from "~/services/withdraw-consent.server";

export const handle = titled<{ code: string }>(({ code }) => `Change of mind of ${code}`);

export async function loader(args: LoaderFunctionArgs) {
  const { record, view, participant, mayEdit } = await requireParticipant(args, "consent.withdraw", {
    leftToo: true,
  });
  const givers = withdrawableBy(view, participant);
  return {
    id: record.session.id,
    zone: record.session.zone,
    participantId: participant.id,
    code: participant.code,
    mayEdit: mayEdit && record.participants.includes(participant),
    name: nameOf(participant),
    givers: givers.map(({ giver }) => ({
      id: giver.id,
      words: giver.relationship === "self" ? `${nameOf(participant)} themselves` : giverWords(giver),
    })),
    scopes: [...new Set(givers.flatMap(({ scopes }) => scopes))],
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, participant } = await requireParticipant(args, "consent.withdraw", {
    leftToo: true,
  });
  const form = await parseForm(changeOfMindForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await withdrawConsent(actor, sessionId, participant.id, form.data, { submission });
  return answerAddition(form, outcome, { to: paths.consent(sessionId), done: "saved" });
}

export default function ChangeOfMind() {
  const { id, zone, participantId, code, mayEdit, name, givers, scopes } = useLoaderData<typeof loader>();
  const [only] = givers;
  const heading = (
    <PageHeading
      caption={code}
      title={`${name} has changed their mind`}
      lead="That is all you need to know. Do not ask why, and do not ask them to change it back."
    />
  );
  if (!only) {
    return (
      <>
        <BackLink to={paths.consent(id)}>Consent</BackLink>
        {heading}
        <EmptyState
          title="There is no yes on record"
          action={
            mayEdit ? (
              <LinkButton to={paths.recordConsent(id, participantId)}>Record an answer</LinkButton>
            ) : null
          }
        >
          Only a yes can be taken back.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {mayEdit ? (
        <BackLink to={paths.recordConsent(id, participantId)}>{name}</BackLink>
      ) : (
        <BackLink to={paths.consent(id)}>Consent</BackLink>
      )}
      <SchemaForm schema={changeOfMindForm} defaults={momentDefaults(zone)}>
        {heading}
        {givers.length > 1 ? (
          <Radios
            name="giver"
            label="Who has changed their mind?"
            choices={givers.map((giver) => ({ value: giver.id, label: giver.words }))}
          />
        ) : (
          <input type="hidden" name="giver" value={only.id} />
        )}
        <Checkboxes
          name="scopes"
          label="They no longer agree to"
          choices={[
            { value: "everything", label: "Everything" },
            ...scopes.map((scope) => ({ value: scope, label: sentenceCase(scopeWords[scope]) })),
          ]}
        />
        <Radios name="how" label="How did they tell you?" choices={asChoices(staffRouteWords)} />
        <MomentFields label="When did they tell you?" />
        <Button>Save the change of mind</Button>
      </SchemaForm>
    </>
  );
}
