import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { Fieldset } from "~/components/fieldset";
import { HelpListItems } from "~/components/help-list-items";
import { HelpLines } from "~/components/help-lines";
import { PageHeading, Section } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { findHelpList } from "~/data/help-list.server";
import { may } from "~/domain/permissions";
import { helpListDefaults, helpListForm, helpListLabels, helpPlaces } from "~/forms/help-list-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal, answerStale } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { changeOrganisation } from "~/services/change-organisation.server";

export const handle = titled("Help list");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.view");
  const { list, version } = await findHelpList(actor);
  return { mayEdit: may(actor, "organisation.edit"), list, version, defaults: helpListDefaults(list) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.edit");
  const form = await parseForm(helpListForm, args.request);
  if (!form.ok) return rejected(form);
  const { version, submissionId: id, data } = form;
  const outcome = await changeOrganisation(
    actor,
    { helpList: data },
    { version, submission: { id, content: data } },
  );
  if (outcome.ok) return redirectWithNotice(paths.helpList, "saved");
  if (outcome.refusal.code !== "stale_version") return answerRefusal(form, outcome.refusal);
  return answerStale(form, { to: paths.helpList, labels: helpListLabels, reload: () => loader(args) });
}

export default function HelpListPage() {
  const { mayEdit, list, version, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.settings}>Settings</BackLink>
      <PageHeading
        title="Help list"
        lead="Whom young people can call. It stands on each of their own pages and on paper forms, below the people of the session."
      />
      <Section heading="As they see it">
        <ul className="govuk-list govuk-list--bullet">
          <HelpListItems list={list} />
        </ul>
        <p className="govuk-hint">
          Before its small check a link shows Childline and 999 alone: your own lines could tell why somebody
          comes to you.
        </p>
      </Section>
      {mayEdit ? <HelpListFields defaults={defaults} version={version} /> : null}
      <HelpLines />
    </>
  );
}

function HelpListFields(props: { defaults: ReturnType<typeof helpListDefaults>; version: number }) {
  return (
    <SchemaForm schema={helpListForm} {...props}>
      <Section heading="Change the list">
        <p className="govuk-hint">
          Try each number before you save it. Empty a line to take it off. Childline and 999 stay.
        </p>
        {helpPlaces.map((name, at) => (
          <Fieldset key={name} legend={`Line ${at + 1}`}>
            <div className="app-help-line">
              <TextField name={`${name}.name`} label="Who is called" spellCheck={false} />
              <TextField name={`${name}.telephone`} label="Telephone number" type="tel" spellCheck={false} />
              <TextField name={`${name}.open`} label="When it is open" optional />
            </div>
          </Fieldset>
        ))}
        <Fieldset legend="Childline">
          <div className="app-help-line">
            <TextField name="childline.telephone" label="Telephone number" type="tel" spellCheck={false} />
            <TextField name="childline.open" label="When it is open" optional />
          </div>
        </Fieldset>
      </Section>
      <Button>Save the list</Button>
    </SchemaForm>
  );
}
