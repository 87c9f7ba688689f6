import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { InsetText } from "~/components/callout";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { ConsentContact } from "~/data/consent-contacts.server";
import { findContact } from "~/data/own-link-reach.server";
import { nameOf } from "~/domain/readiness/view";
import { consentContactForm, contactChoices, removeContactForm } from "~/forms/contact-form";
import { formName } from "~/forms/form-name";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireParticipant } from "~/http/participant-page.server";
import { paths } from "~/paths";
import { recordContact, removeContact } from "~/services/record-contact.server";

export const handle = titled<{ code: string }>(({ code }) => `Where to reach ${code}`);

const REMOVE = "remove-contact";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, sessionId, record, participant } = await requireParticipant(args);
  const { contact, hidden, days } = await findContact(actor, sessionId, participant.id);
  return {
    id: sessionId,
    title: record.session.title,
    code: participant.code,
    name: nameOf(participant),
    days,
    hidden,
    remove: contact && removeWords(contact),
    defaults: { address: contact?.address ?? "", safe: contact?.safe ?? "", why: contact?.why ?? "" },
  };
}

/** What goes with it is said: from then on anybody who plans the session may record that contact is safe. */
function removeWords({ address, safe }: ConsentContact): string {
  if (safe !== "not_safe") return "Remove this address";
  return address === null
    ? "Remove that contact is not safe"
    : "Remove this address, and that contact is not safe";
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, participant } = await requireParticipant(args);
  const to = paths.ownLinks(sessionId);
  if ((await formName(args.request)) === REMOVE) {
    const form = await parseForm(removeContactForm, args.request);
    if (!form.ok) return rejected(form);
    const submission = { id: form.submissionId, content: participant.id };
    const outcome = await removeContact(actor, sessionId, participant.id, { submission });
    if (!outcome.ok && outcome.refusal.code === "not_found") return redirect(to, 303);
    return outcome.ok ? redirectWithNotice(to, "removed") : answerRefusal(form, outcome.refusal);
  }
  const form = await parseForm(consentContactForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await recordContact(actor, sessionId, participant.id, form.data, { submission });
  return outcome.ok ? redirectWithNotice(to, "saved") : answerRefusal(form, outcome.refusal);
}

export default function Contact() {
  const { id, title, name, days, hidden, remove, defaults } = useLoaderData<typeof loader>();
  const heading = (
    <PageHeading
      caption={title}
      title={`Where to reach ${name}`}
      lead={`Only you and safeguarding leads see it. It is never exported, and it goes with their link, or when the session is over. That contact is safe holds for ${days} days.`}
    />
  );
  return (
    <>
      <BackLink to={paths.ownLinks(id)}>Links to answer</BackLink>
      {hidden === "not_safe" ? (
        <>
          {heading}
          <InsetText>
            Somebody else recorded that contact is not safe for them. Speak with whoever plans this session
            with you: only they can change that.
          </InsetText>
        </>
      ) : (
        <SchemaForm schema={consentContactForm} defaults={defaults}>
          {heading}
          {hidden ? (
            <InsetText>
              Somebody else recorded an address, which you do not see. Saving replaces it.
            </InsetText>
          ) : null}
          <TextField
            name="address"
            label="Their email address"
            type="email"
            autoComplete="off"
            spellCheck={false}
          />
          <Radios
            name="safe"
            label="Is contact at this address safe for them?"
            hint="Ask them. Somebody at home may read their mail."
            choices={[...contactChoices]}
          />
          <TextArea
            name="why"
            label="How do you know?"
            hint="Needed if it is safe. Write nothing else about their life."
            rows={3}
            optional
          />
          <Button>Save</Button>
        </SchemaForm>
      )}
      {remove ? (
        <SchemaForm schema={removeContactForm} name={REMOVE}>
          <Button kind="warning">{remove}</Button>
        </SchemaForm>
      ) : null}
    </>
  );
}
