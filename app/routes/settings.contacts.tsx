import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { choicesOf } from "~/components/choices-of";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { HelpLines } from "~/components/help-lines";
import { PageHeading, Section } from "~/components/page-heading";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { TakeOffList } from "~/components/take-off-list";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { loadSettings } from "~/data/organisation-settings.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { formName } from "~/forms/form-name";
import { parseForm, rejected } from "~/forms/parse-form";
import { contactForm, contactKindWords, domainsForm, takeOffForm } from "~/forms/settings-forms";
import { answerRefusal, answerShared, answerSharedEdit } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { addContactRoute } from "~/services/add-contact-route.server";
import { changeEmailDomains } from "~/services/change-email-domains.server";
import { retireContactRoute } from "~/services/retire-contact-route.server";

export const handle = titled("Contacts and email domains");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.view");
  const { organisation, version } = await loadSettings(actor);
  return {
    mayEdit: may(actor, "organisation.edit"),
    version,
    defaults: { domains: organisation.emailDomains.join("\n") },
    routes: organisation.contactRoutes.map(({ id, kind, value }) => ({
      id,
      label: value,
      detail: contactKindWords[kind],
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.edit");
  const name = await formName(args.request);
  if (name === "add") return add(actor, args.request);
  return name === "domains" ? changeDomains(actor, args) : takeOff(actor, args.request);
}

async function add(actor: Actor, request: Request) {
  const form = await parseForm(contactForm, request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await addContactRoute(actor, form.data, { submission });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.contacts, "added");
}

async function changeDomains(actor: Actor, args: ActionFunctionArgs) {
  const form = await parseForm(domainsForm, args.request);
  if (!form.ok) return rejected(form);
  const { version, submissionId: id, data } = form;
  const outcome = await changeEmailDomains(actor, data.domains, {
    version,
    submission: { id, content: data },
  });
  return answerSharedEdit(form, outcome, {
    to: paths.contacts,
    labels: { domains: "Domains" },
    reload: () => loader(args),
  });
}

async function takeOff(actor: Actor, request: Request) {
  const form = await parseForm(takeOffForm, request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  return answerShared(form, await retireContactRoute(actor, form.data.id, { submission }), {
    to: paths.contacts,
    saved: "removed",
  });
}

export default function Contacts() {
  const { routes, mayEdit, defaults, version } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.settings}>Settings</BackLink>
      <PageHeading
        title="Contacts and email domains"
        lead="Questions and messages go to contacts of the organisation, never to somebody’s own. Each session names one of these."
      />
      {routes.length === 0 ? (
        <EmptyState title="No contacts yet">
          For example, your telephone number and your e-mail address.
        </EmptyState>
      ) : (
        <TakeOffList items={routes} mayEdit={mayEdit} deed="Remove" />
      )}
      {mayEdit ? (
        <>
          <Section heading="Add a contact">
            <SchemaForm schema={contactForm} name="add">
              <Radios name="kind" label="What kind of contact is it?" choices={choicesOf(contactKindWords)} />
              <TextField name="value" label="Number, address or account" spellCheck={false} />
              <Button>Add the contact</Button>
            </SchemaForm>
          </Section>
          <Section heading="Your email domains">
            <SchemaForm schema={domainsForm} name="domains" defaults={defaults} version={version}>
              <TextArea
                name="domains"
                label="Which domains are the organisation’s own?"
                hint="What follows the @, one on a line. An invitation with any other address is pointed out."
                optional
              />
              <Button kind="secondary">Save the domains</Button>
            </SchemaForm>
          </Section>
        </>
      ) : null}
      <HelpLines />
    </>
  );
}
