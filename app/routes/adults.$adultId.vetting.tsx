import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { DateInput } from "~/components/date-input";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { Radios, YesNo } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { levelWords, schemeWords, vettingDefaults, vettingForm, workforceWords } from "~/forms/vetting-form";
import { answerAdultEdit, requireAdult } from "~/http/adult-page.server";
import { paths } from "~/paths";
import { recordVettingCheck } from "~/services/record-vetting-check.server";

export const handle = titled("Record a vetting check");

export async function loader(args: LoaderFunctionArgs) {
  const { adult, policy } = await requireAdult(args, true);
  const newest = adult.vetting.at(-1) ?? null;
  const { vettingMonths: months } = policy;
  return {
    id: adult.id,
    name: adult.name,
    defaults: vettingDefaults(newest),
    months,
    again: newest !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, adultId, version } = await requireAdult(args, true);
  const form = await parseForm(vettingForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await recordVettingCheck(actor, adultId, form.data, { submission });
  return answerAdultEdit(form, outcome, { to: paths.adult(adultId), notice: "saved", version });
}

const asChoices = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export default function RecordVettingCheck() {
  const { id, name, defaults, months, again } = useLoaderData<typeof loader>();
  const lead = again
    ? "Begins with the newest check on record. What you save is added; the earlier check stays in the history."
    : "The scheme, level and dates are enough. Never copy the certificate or what it says.";
  return (
    <>
      <BackLink to={paths.adult(id)}>{name}</BackLink>
      <SchemaForm schema={vettingForm} defaults={defaults}>
        <PageHeading title="Record a vetting check" lead={lead} />
        <Radios name="scheme" label="Which scheme is it?" choices={asChoices(schemeWords)} />
        <Radios name="level" label="What level is it?" choices={asChoices(levelWords)} />
        <Radios
          name="workforce"
          label="Whom is it for work with?"
          hint="It says so on the certificate. A check for work with adults only does not clear anybody for work with children."
          choices={asChoices(workforceWords)}
        />
        <DateInput name="issuedOn" label="When was it issued?" />
        <YesNo
          name="updateService"
          label="Is it on the Update Service?"
          yes={{
            label: "Yes",
            reveal: (
              <DateInput
                name="lastStatusCheckOn"
                label="When was the status last checked?"
                hint="It holds for 12 months from then."
              />
            ),
          }}
        />
        <DateInput
          name="recheckDue"
          label="Has a re-check date been set by hand?"
          hint={`The last good day. Leave empty to count ${months} months from the date of issue, as your organisation has decided. A certificate itself has no end date.`}
          optional
        />
        <YesNo
          name="clearedForRole"
          label={`Has the organisation cleared ${name} to work with young people?`}
          yes={{
            label: "Yes",
            reveal: <DateInput name="clearedOn" label="When was that decided?" optional />,
          }}
        />
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
