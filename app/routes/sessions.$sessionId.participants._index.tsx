import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { routeChoices } from "~/domain/people/route-words";
import { BackLink } from "~/components/back-link";
import { ButtonGroup, LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { ParticipantTable, type ParticipantRow } from "~/components/participant-table";
import { TextLink } from "~/components/text-link";
import { whoCanHaveLinks } from "~/domain/consent/own-link";
import { lackingOf } from "~/domain/people/lacking";
import { viewAt, type View } from "~/domain/readiness/view";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";

export const handle = titled("Who takes part");

export async function loader(args: LoaderFunctionArgs) {
  const { record, readiness, mayEdit } = await requireSession(args);
  const { id, title } = record.session;
  const view = viewAt(record, readiness.at);
  const rows = record.participants.map((participant): ParticipantRow => ({
    id: participant.id,
    code: participant.code,
    name: participant.displayName,
    age: view.ageOf(participant),
    joins: participant.accessRoute && routeChoices[participant.accessRoute],
    lacking: lackingOf(readiness, participant),
    links: mayEdit
      ? {
          person: paths.participant(id, participant.id),
          consent: paths.recordConsent(id, participant.id),
          briefing: paths.briefing(id),
        }
      : null,
  }));
  return { id, title, mayEdit, mayAsk: mayEdit && mayBeAsked(view), rows };
}

/** Whether links can still ask anybody anything, as against end what they agreed to. */
function mayBeAsked(view: View): boolean {
  const { people, started } = whoCanHaveLinks(view);
  return people.length > 0 && !started;
}

export default function Participants() {
  const { id, title, mayEdit, mayAsk, rows } = useLoaderData<typeof loader>();
  const add = mayEdit ? (
    <ButtonGroup>
      <LinkButton to={paths.addParticipant(id)}>
        {rows.length > 0 ? "Add another young person" : "Add a young person"}
      </LinkButton>
      <TextLink to={paths.addKnownPeople(id)}>Add people from earlier sessions</TextLink>
      {mayAsk ? <TextLink to={paths.askForAnswers(id)}>Ask them by link</TextLink> : null}
    </ButtonGroup>
  ) : null;
  return (
    <>
      <BackLink to={paths.session(id)}>{title}</BackLink>
      <PageHeading
        title="Who takes part"
        lead="Each young person has a session code. It stands for them wherever their name is not needed."
      />
      {rows.length === 0 ? (
        <EmptyState title="Nobody has been added yet" action={add}>
          Add the young people who take part. If you do not know them by name, say in the details that the
          audience is not named.
        </EmptyState>
      ) : (
        <>
          <ParticipantTable rows={rows} />
          {add}
        </>
      )}
    </>
  );
}
