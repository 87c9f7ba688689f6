import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { accountOptions, boundaryNotes } from "~/components/boundary-notes";
import { Button } from "~/components/button";
import { InsetText } from "~/components/callout";
import { Checkboxes } from "~/components/checkboxes";
import { DateInput } from "~/components/date-input";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { YesNo } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { Select } from "~/components/select";
import { statementChoice } from "~/components/stated";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { statedOf } from "~/domain/session/session-statements";
import {
  boundariesDefaults,
  boundariesForm,
  boundariesLabels,
  boundaryStatements,
} from "~/forms/boundaries-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerEdit } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { keepBoundaries } from "~/services/keep-boundaries.server";

export const handle = titled("Accounts and boundaries");

export async function loader(args: LoaderFunctionArgs) {
  const { record, readiness, version } = await requireSession(args, "session.edit");
  const { id, title, kind, audience } = record.session;
  const kinds = boundaryStatements.filter((each) => each !== "identity_hidden" || audience === "named");
  return {
    id,
    title,
    kind,
    version,
    accounts: accountOptions(record),
    contacts: record.organisation.contactRoutes.map((route) => ({ value: route.id, label: route.value })),
    notes: boundaryNotes(record, readiness),
    statements: kinds.map((each) => ({ kind: each, stated: statedOf(record, readiness, each) })),
    defaults: boundariesDefaults(record.session),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, record } = await requireSession(args, "session.edit");
  const form = await parseForm(boundariesForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await keepBoundaries(actor, sessionId, form.data, { version: form.version, submission });
  const { approvedAccounts, contactRoutes } = record.organisation;
  const accounts = Object.fromEntries(approvedAccounts.map(({ id, label }) => [id, label]));
  const contacts = Object.fromEntries(contactRoutes.map(({ id, value }) => [id, value]));
  return answerEdit(form, outcome, {
    to: paths.session(sessionId),
    labels: boundariesLabels,
    words: { invites: accounts, stream: accounts, contactRouteId: contacts },
    reload: async () => {
      const found = await requireSession(args, "session.edit");
      return { defaults: boundariesDefaults(found.record.session), version: found.version };
    },
  });
}

export default function Boundaries() {
  const { id, title, kind, version, accounts, contacts, notes, statements, defaults } =
    useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.session(id)}>{title}</BackLink>
      <SchemaForm schema={boundariesForm} defaults={defaults} version={version}>
        <PageHeading title="Accounts and boundaries" />
        <Section heading="How young people are reached">
          {accounts.length === 0 ? (
            <InsetText>No accounts are approved yet. An administrator lists them in the settings.</InsetText>
          ) : null}
          <Select
            name="invites"
            label="From which account do invitations go?"
            options={accounts}
            empty="Not chosen yet"
          />
          {kind === "host" ? (
            <Select
              name="stream"
              label="Which account runs the stream?"
              options={accounts}
              empty="Not chosen yet"
            />
          ) : null}
          <Select
            name="contactRouteId"
            label="Where can young people ask questions?"
            hint="The invitation and the briefing name it."
            options={contacts}
            empty="Not chosen yet"
          />
          <TextArea
            name="inviteText"
            label="Text of the invitation"
            hint="No telephone number or email address of any person. It is looked through when you save."
            optional
          />
          {notes.invitation.map((found) => (
            <InsetText key={found}>{found}</InsetText>
          ))}
          <YesNo name="linkSharedPrivately" label="Is the link shared only with those who take part?" />
        </Section>
        <Section heading="Risk assessment">
          <DateInput name="riskCompletedOn" label="When was it done?" hint={notes.risk} optional />
          <TextField name="riskAgreedBy" label="Who agreed it?" optional />
        </Section>
        <Section heading="What you state">
          {notes.reporting.map((route) => (
            <p key={route} className="govuk-body">
              {route}
            </p>
          ))}
          <Checkboxes
            name="states"
            label="Tick what is so"
            hint="Your name and today’s date are kept with each."
            choices={statements.map((each) => statementChoice(each.kind, each.stated))}
          />
        </Section>
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
