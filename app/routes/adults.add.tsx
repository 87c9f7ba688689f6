import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { AdultFields } from "~/components/adult-fields";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { adultForm } from "~/forms/adult-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { addAdult } from "~/services/add-adult.server";

export const handle = titled("Add an adult");

export async function loader(args: LoaderFunctionArgs) {
  await requireSignedIn(args, "adult.edit");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "adult.edit");
  const form = await parseForm(adultForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await addAdult(actor, form.data, { submission });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.adult(outcome.value.adultId), "added");
}

export default function AddAdult() {
  return (
    <>
      <BackLink to={paths.adults}>Adults</BackLink>
      <SchemaForm schema={adultForm}>
        <PageHeading title="Add an adult" />
        <AdultFields />
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
