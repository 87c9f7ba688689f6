import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { DateInput } from "~/components/date-input";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { parseForm, rejected } from "~/forms/parse-form";
import { trainingForm } from "~/forms/training-form";
import { answerAdultEdit, requireAdult } from "~/http/adult-page.server";
import { paths } from "~/paths";
import { recordTraining } from "~/services/record-training.server";

export const handle = titled("Record training");

export async function loader(args: LoaderFunctionArgs) {
  const { adult, policy } = await requireAdult(args, true);
  return { id: adult.id, name: adult.name, months: policy.trainingMonths };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, adultId, version } = await requireAdult(args, true);
  const form = await parseForm(trainingForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await recordTraining(actor, adultId, form.data, { submission });
  return answerAdultEdit(form, outcome, { to: paths.adult(adultId), notice: "saved", version });
}

export default function RecordTraining() {
  const { id, name, months } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.adult(id)}>{name}</BackLink>
      <SchemaForm schema={trainingForm}>
        <PageHeading
          title="Record training"
          lead={`Safeguarding training holds for ${months} months, as your organisation has decided.`}
        />
        <TextField
          name="title"
          label="What was the training?"
          hint="For example, Safeguarding young people online."
        />
        <DateInput name="completedOn" label="When was it completed?" />
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
