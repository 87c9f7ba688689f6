import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { historyFacts } from "~/components/consent-history";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { Timeline } from "~/components/timeline";
import { findWordings } from "~/data/consent-wordings.server";
import { nameOf } from "~/domain/readiness/view";
import { requireParticipant } from "~/http/participant-page.server";
import { paths } from "~/paths";

export const handle = titled<{ code: string }>(({ code }) => `What ${code} answered`);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, view, participant } = await requireParticipant(args);
  const wordings = await findWordings(actor);
  const words = new Map(wordings.map(({ digest, words: asked }) => [digest, asked]));
  return {
    id: record.session.id,
    participantId: participant.id,
    code: participant.code,
    name: nameOf(participant),
    history: historyFacts(view, participant.id, words),
  };
}

export default function ConsentHistory() {
  const { id, participantId, code, name, history } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.recordConsent(id, participantId)}>{name}</BackLink>
      <PageHeading
        caption={code}
        title={`What ${name} answered`}
        lead="Nothing here is ever changed or taken away. What is newer counts."
      />
      {history.length === 0 ? (
        <p className="govuk-body">No answer is on record yet.</p>
      ) : (
        <Section heading="Every answer, the newest first">
          <Timeline
            items={history.map(({ sentences, ...item }) => ({
              ...item,
              body: sentences.map((sentence) => <p key={sentence}>{sentence}</p>),
            }))}
          />
        </Section>
      )}
    </>
  );
}
