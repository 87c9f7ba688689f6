import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { PlatformFields } from "~/components/platform-fields";
import { SchemaForm } from "~/components/schema-form";
import { findPlatform } from "~/data/platform-library.server";
import { parseForm, rejected } from "~/forms/parse-form";
import { platformDefaults, platformForm, platformLabels, platformWords } from "~/forms/platform-form";
import { answerSharedEdit } from "~/http/answer.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { homeToday } from "~/http/today.server";
import { paths } from "~/paths";
import { changePlatformMode } from "~/services/change-platform-mode.server";

export const handle = titled<{ name: string }>((data) => `Change ${data.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "platform.edit");
  const found = await findPlatform(actor, args.params["modeId"] ?? "");
  if (!found) throw new Response(null, { status: 404 });
  const { mode, version } = found;
  return { id: mode.id, name: mode.name, version, defaults: platformDefaults(mode, homeToday()) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "platform.edit");
  const modeId = args.params["modeId"] ?? "";
  await loader(args);
  const form = await parseForm(platformForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: { modeId, ...form.data } };
  const outcome = await changePlatformMode(actor, modeId, form.data, { version: form.version, submission });
  return answerSharedEdit(form, outcome, {
    to: paths.platformMode(modeId),
    labels: platformLabels,
    words: platformWords,
    reload: () => loader(args),
  });
}

export default function EditPlatform() {
  const { id, name, version, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.platformMode(id)}>{name}</BackLink>
      <SchemaForm schema={platformForm} defaults={defaults} version={version}>
        <PageHeading
          title="What is known"
          lead="Look it up in the platform’s own terms. What you do not know stays “not known” and stops nobody but those it matters to."
        />
        <PlatformFields />
        <Button>Save</Button>
      </SchemaForm>
    </>
  );
}
