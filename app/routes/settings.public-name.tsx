import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { OwnDoorPreview } from "~/components/own-door-preview";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { loadSettings } from "~/data/organisation-settings.server";
import { may } from "~/domain/permissions";
import { parseForm, rejected } from "~/forms/parse-form";
import { publicNameForm } from "~/forms/settings-forms";
import { answerRefusal, answerStale } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { changeOrganisation } from "~/services/change-organisation.server";

export const handle = titled("Public name");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.view");
  const { publicName, version } = await loadSettings(actor);
  return {
    mayEdit: may(actor, "organisation.edit"),
    publicName,
    version,
    defaults: { publicName: publicName ?? "" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.edit");
  const form = await parseForm(publicNameForm, args.request);
  if (!form.ok) return rejected(form);
  const { version, submissionId: id, data } = form;
  const { publicName } = data;
  const outcome = await changeOrganisation(
    actor,
    { publicName },
    { version, submission: { id, content: data } },
  );
  if (outcome.ok) return redirectWithNotice(paths.publicName, "saved");
  if (outcome.refusal.code !== "stale_version") return answerRefusal(form, outcome.refusal);
  return answerStale(form, {
    to: paths.publicName,
    labels: { publicName: "Public name" },
    reload: () => loader(args),
  });
}

export default function PublicName() {
  const { mayEdit, publicName, version, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.settings}>Settings</BackLink>
      <PageHeading
        title="Public name"
        lead="Anybody who comes across a young person’s link can read this name. It may be neutral, so that it tells nothing about them."
      />
      {mayEdit ? (
        <SchemaForm schema={publicNameForm} defaults={defaults} version={version}>
          <TextField
            name="publicName"
            label="What may strangers call you?"
            hint="Leave out what would tell why somebody comes to you. Leave it empty to show no name."
            width={30}
            spellCheck={false}
            optional
          />
          <Button>Save the name</Button>
        </SchemaForm>
      ) : null}
      <OwnDoorPreview publicName={publicName} />
    </>
  );
}
