import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { NumberField } from "~/components/text-field";
import { loadSettings } from "~/data/organisation-settings.server";
import { contactDaysForm } from "~/forms/contact-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal, answerStale } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { changeOrganisation } from "~/services/change-organisation.server";

export const handle = titled("Reaching young people");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.edit");
  const { contactSafeDays, version } = await loadSettings(actor);
  return { version, defaults: { days: String(contactSafeDays) } };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.edit");
  const form = await parseForm(contactDaysForm, args.request);
  if (!form.ok) return rejected(form);
  const { version, submissionId: id, data } = form;
  const outcome = await changeOrganisation(
    actor,
    { contactSafeDays: data.days },
    { version, submission: { id, content: data } },
  );
  if (outcome.ok) return redirectWithNotice(paths.policy, "saved");
  if (outcome.refusal.code !== "stale_version") return answerRefusal(form, outcome.refusal);
  return answerStale(form, { to: paths.contactDays, labels: { days: "Days" }, reload: () => loader(args) });
}

export default function ContactDays() {
  const { version, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.policy}>Policy</BackLink>
      <SchemaForm schema={contactDaysForm} defaults={defaults} version={version}>
        <PageHeading
          title="Reaching young people"
          lead="Before a link leaves by email, a worker asks whether contact at the address is safe. Homes change, so the answer does not hold for ever."
        />
        <NumberField
          name="days"
          label="For how many days does the answer hold?"
          hint="Greenroom proposes 90."
        />
        <Button>Save</Button>
      </SchemaForm>
    </>
  );
}
