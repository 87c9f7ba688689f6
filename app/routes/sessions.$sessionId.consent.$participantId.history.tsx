import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { historyFacts } from "~/components/consent-history";
import { titled } from "~/components/document-title";
import { EmailAddress } from "~/components/email-address";
import { PageHeading, Section } from "~/components/page-heading";
import { SummaryList } from "~/components/summary-list";
import { Timeline } from "~/components/timeline";
import { TextLink } from "~/components/text-link";
import { findWordings } from "~/data/consent-wordings.server";
import { findContact } from "~/data/own-link-reach.server";
import { correctable } from "~/domain/consent/correction";
import { shortLine } from "~/domain/consent/short-version";
import { contactWords } from "~/domain/consent/contact";
import { nameOf } from "~/domain/readiness/view";
import { instantInWords } from "~/domain/time/words";
import { requireParticipant } from "~/http/participant-page.server";
import { paths } from "~/paths";

export const handle = titled<{ code: string }>(({ code }) => `What ${code} answered`);

export async function loader(args: LoaderFunctionArgs) {
  const found = await requireParticipant(args, "session.view", { leftToo: true });
  const { actor, record, view, participant, mayDo } = found;
  const isLead = mayDo("session.consider");
  const mayEdit = mayDo("session.edit");
  if (!mayEdit && !isLead) throw new Response(null, { status: 403 });
  const [wordings, { contact }] = await Promise.all([
    findWordings(actor),
    findContact(actor, record.session.id, participant.id),
  ]);
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
    contact: contact && {
      address: contact.address,
      safe: contactWords[contact.safe],
      why: contact.why,
      by: record.organisation.staff.find(({ id }) => id === contact.recordedBy)?.name ?? null,
      at: instantInWords(contact.recordedAt, record.session.zone),
    },
    mayEdit,
    onList: record.participants.includes(participant),
    canCorrect: mayEdit && correctable(view, participant).length > 0,
  };
}

export default function ConsentHistory() {
  const { id, participantId, code, name, history, contact, mayEdit, onList, canCorrect } =
    useLoaderData<typeof loader>();
  return (
    <>
      {mayEdit && onList ? (
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
        {onList ? (
          <TextLink to={paths.decideConsent(id, participantId)}>What a safeguarding lead can decide</TextLink>
        ) : null}
        {canCorrect ? (
          <>
            {onList ? " · " : null}
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
      {contact ? (
        <Section heading="Where their link can be sent">
          <p className="govuk-body">This goes when the session is over.</p>
          <SummaryList
            rows={[
              {
                key: "Email address",
                value: contact.address ? (
                  <EmailAddress>{contact.address}</EmailAddress>
                ) : (
                  "Not kept, as the link ended"
                ),
              },
              { key: "Is contact there safe?", value: contact.safe },
              { key: "How that is known", value: contact.why ?? "Not said" },
              { key: "Recorded", value: contact.by ? `${contact.at}, by ${contact.by}` : contact.at },
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}
