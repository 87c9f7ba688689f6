import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { Card } from "~/components/card";
import { titled } from "~/components/document-title";
import { DueTag } from "~/components/due-tag";
import { PageHeading, Section } from "~/components/page-heading";
import { YesNo } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { TextLink } from "~/components/text-link";
import { loadSettings } from "~/data/organisation-settings.server";
import { organisationStatementsOn } from "~/domain/people/organisation-statements";
import { may } from "~/domain/permissions";
import { parseForm, rejected } from "~/forms/parse-form";
import { organisationStatementsForm, statedAnswers } from "~/forms/settings-forms";
import { answerShared } from "~/http/answer.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { homeToday } from "~/http/today.server";
import { paths } from "~/paths";
import { stateForOrganisation } from "~/services/state-for-organisation.server";

export const handle = titled("Statements");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.view");
  const { statements, policy } = await loadSettings(actor);
  return {
    mayEdit: may(actor, "organisation.edit"),
    months: policy.statementMonths,
    statements: organisationStatementsOn(statements, policy.statementMonths, homeToday()),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.edit");
  const form = await parseForm(organisationStatementsForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await stateForOrganisation(actor, statedAnswers(form.data), { submission });
  return answerShared(form, outcome, { to: paths.organisationStatements, saved: "stated" });
}

export default function Statements() {
  const { statements, mayEdit, months } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.settings}>Settings</BackLink>
      <PageHeading
        title="Statements"
        lead={`Made once in the organisation’s name and renewed every ${months} months. Every session rests on them.`}
      />
      {statements.map(({ kind, requirement, words, line, state }) => (
        <Card key={kind} level={2} title={words} tag={<DueTag state={state} />}>
          <p className="govuk-body">
            {line}.{" "}
            <TextLink to={`${paths.rules}#${requirement}`} about={`for requirement ${requirement}`}>
              Why it is asked
            </TextLink>
          </p>
        </Card>
      ))}
      {mayEdit ? (
        <Section heading="State or renew them today">
          <SchemaForm schema={organisationStatementsForm}>
            <p className="govuk-body">
              They carry your name and today&rsquo;s date. Leave out what you do not renew.
            </p>
            {statements.map(({ kind, words }) => (
              <YesNo key={kind} name={kind} label={words} optional />
            ))}
            <Button>State this</Button>
          </SchemaForm>
        </Section>
      ) : null}
      <p className="govuk-body">
        Statements of each adult are made on <TextLink to={paths.adults}>their own page</TextLink>.
      </p>
    </>
  );
}
