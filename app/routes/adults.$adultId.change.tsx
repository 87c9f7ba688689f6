import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdultFields } from "~/components/adult-fields";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { adultDefaults, adultForm, adultLabels } from "~/forms/adult-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { stale } from "~/forms/stale";
import { answerAdultEdit, requireAdult } from "~/http/adult-page.server";
import { paths } from "~/paths";
import { changeAdult } from "~/services/change-adult.server";

export const handle = titled<{ name: string }>(({ name }) => `Change ${name}'s details`);

export async function loader(args: LoaderFunctionArgs) {
  const { adult, version } = await requireAdult(args, true);
  return { id: adult.id, name: adult.name, version, defaults: adultDefaults(adult) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, adultId, adult, version } = await requireAdult(args, true);
  const form = await parseForm(adultForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await changeAdult(actor, adultId, form.data, { version: form.version, submission });
  const to = paths.adult(adultId);
  if (outcome.ok || outcome.refusal.code !== "stale_version") {
    return answerAdultEdit(form, outcome, { to, notice: "saved", version });
  }
  const known = { stored: adultDefaults(adult), storedVersion: version, labels: adultLabels };
  return stale(form, { ...known, back: to, changedBy: null, changedAt: null });
}

export default function ChangeAdult() {
  const { id, name, version, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.adult(id)}>{name}</BackLink>
      <SchemaForm schema={adultForm} defaults={defaults} version={version}>
        <PageHeading title="Change details" />
        <AdultFields />
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
