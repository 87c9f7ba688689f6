import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Temporal } from "temporal-polyfill";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { DateInput } from "~/components/date-input";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { YesNo } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { adultStatements } from "~/domain/people/adult-statements";
import { adultStatementsForm } from "~/forms/adult-statements-form";
import { dateParts } from "~/forms/date-field";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerAdultEdit, requireAdult } from "~/http/adult-page.server";
import { paths } from "~/paths";
import { renewAdultStatements } from "~/services/renew-adult-statements.server";

export const handle = titled("Statements on social media");

export async function loader(args: LoaderFunctionArgs) {
  const { adult, isThemselves } = await requireAdult(args, "own");
  const today = Temporal.Now.plainDateISO("Europe/London").toString();
  return { id: adult.id, name: adult.name, isThemselves, today };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, adultId, version } = await requireAdult(args, "own");
  const form = await parseForm(adultStatementsForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await renewAdultStatements(actor, adultId, form.data, { submission });
  return answerAdultEdit(form, outcome, { to: paths.adult(adultId), notice: "saved", version });
}

export default function AdultStatements() {
  const { id, name, isThemselves, today } = useLoaderData<typeof loader>();
  const lead = isThemselves
    ? "You state these for yourself. They hold for every session until they are to be renewed."
    : `Ask ${name}, and record what they say. Your name is kept as the one who recorded it.`;
  return (
    <>
      <BackLink to={paths.adult(id)}>{name}</BackLink>
      <SchemaForm schema={adultStatementsForm} defaults={{ statedOn: dateParts(today) }}>
        <PageHeading title="Statements on social media" lead={lead} />
        {adultStatements.map(({ kind, text }) => (
          <YesNo key={kind} name={kind} label={`“${text}”`} />
        ))}
        <DateInput name="statedOn" label="When was this stated?" />
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
