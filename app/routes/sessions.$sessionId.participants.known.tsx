import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { routeChoices } from "~/domain/people/route-words";
import { BackLink } from "~/components/back-link";
import { Button, LinkButton } from "~/components/button";
import { Checkboxes } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { asChoices } from "~/components/participant-fields";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { findKnownPeople } from "~/data/known-people.server";
import { nameOf } from "~/domain/readiness/view";
import { knownPeopleForm } from "~/forms/known-people-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerAddition } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { addKnownPeople } from "~/services/add-known-people.server";

export const handle = titled("Add people from earlier sessions");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, sessionId, record } = await requireSession(args, "session.edit");
  const known = await findKnownPeople(actor, sessionId);
  const people = known.map(({ participant, sessionTitle }) => ({
    value: participant.personId,
    label: nameOf(participant),
    hint: `${participant.code} in ${sessionTitle}`,
  }));
  return { id: sessionId, title: record.session.title, people };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(knownPeopleForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await addKnownPeople(actor, sessionId, form.data, { submission });
  return answerAddition(form, outcome, { to: paths.participants(sessionId), done: "added" });
}

export default function AddKnownPeople() {
  const { id, title, people } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.participants(id)}>Who takes part</BackLink>
      {people.length === 0 ? (
        <>
          <PageHeading caption={title} title="Add people from earlier sessions" />
          <EmptyState
            title="There is nobody to choose from"
            action={<LinkButton to={paths.addParticipant(id)}>Add a young person</LinkButton>}
          >
            People of your earlier sessions appear here, unless they take part already.
          </EmptyState>
        </>
      ) : (
        <SchemaForm schema={knownPeopleForm}>
          <PageHeading
            caption={title}
            title="Add people from earlier sessions"
            lead="Their name to show, birth and access needs come along. Consent and briefing are asked anew."
          />
          <Checkboxes name="personIds" label="Who takes part this time?" choices={people} />
          <Radios
            name="accessRoute"
            label="How do they join?"
            hint="The same for everybody chosen. You can change it for each person later."
            optional
            choices={asChoices(routeChoices)}
          />
          <Button>Add them</Button>
        </SchemaForm>
      )}
    </>
  );
}
