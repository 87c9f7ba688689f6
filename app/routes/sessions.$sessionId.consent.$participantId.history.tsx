import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { historyFacts } from "~/components/consent-history";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { Timeline } from "~/components/timeline";
import { TextLink } from "~/components/text-link";
import { findWordings } from "~/data/consent-wordings.server";
import { correctable } from "~/domain/consent/correction";
import { shortLine } from "~/domain/consent/short-version";
import { nameOf } from "~/domain/readiness/view";
import { requireParticipant } from "~/http/participant-page.server";
import { paths } from "~/paths";

export const handle = titled<{ code: string }>(({ code }) => `What ${code} answered`);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, view, participant, mayDo } = await requireParticipant(args, "session.view");
  const isLead = mayDo("session.consider");
  const mayEdit = mayDo("session.edit");
  if (!mayEdit && !isLead) throw new Response(null, { status: 403 });
  const wordings = await findWordings(actor);
  const words = new Map(
    wordings.map(({ digest, words: asked, short }) => [
      digest,
      [shortLine(short), asked].filter(Boolean).join(" "),
    ]),
  );
  return {
    id: record.session.id,
    participantId: participant.id,
    code: participant.code,
    name: nameOf(participant),
    history: historyFacts(view, participant.id, words),
    mayEdit,
    canCorrect: mayEdit && correctable(view, participant).length > 0,
  };
}

export default function ConsentHistory() {
  const { id, participantId, code, name, history, mayEdit, canCorrect } = useLoaderData<typeof loader>();
  return (
    <>
      {mayEdit ? (
        <BackLink to={paths.recordConsent(id, participantId)}>{name}</BackLink>
      ) : (
        <BackLink to={paths.consent(id)}>Consent</BackLink>
      )}
      <PageHeading
        caption={code}
        title={`What ${name} answered`}
        lead="Nothing here is ever changed or taken away. What is newer counts."
      />
      <p className="govuk-body">
        <TextLink to={paths.decideConsent(id, participantId)}>What a safeguarding lead can decide</TextLink>
        {canCorrect ? (
          <>
            {" · "}
            <TextLink to={paths.correctConsent(id, participantId)}>
              An answer was written down wrongly
            </TextLink>
          </>
        ) : null}
      </p>
      {history.length === 0 ? (
        <p className="govuk-body">No answer is on record yet.</p>
      ) : (
        <Section heading="Every answer and decision, the newest first">
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
