import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { Checkboxes } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { choicesOf } from "~/components/choices-of";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { starterChoices } from "~/components/starter-choices";
import { TextField } from "~/components/text-field";
import { listPlatforms } from "~/data/platform-library.server";
import type { Actor } from "~/domain/actor";
import { otherPlatformForm, starterPlatformsForm } from "~/forms/add-platforms-form";
import { formName } from "~/forms/form-name";
import { kindWords } from "~/forms/platform-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { addOtherPlatform } from "~/services/add-other-platform.server";
import { addPlatformModes } from "~/services/add-platform-modes.server";

export const handle = titled("Add platforms");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "platform.edit");
  const { modes } = await listPlatforms(actor);
  return { names: modes.map(({ mode }) => mode.name) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "platform.edit");
  return (await formName(args.request)) === "other"
    ? addOther(actor, args.request)
    : addStarters(actor, args.request);
}

async function addStarters(actor: Actor, request: Request) {
  const form = await parseForm(starterPlatformsForm, request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await addPlatformModes(actor, form.data.starters, { submission });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.platforms, "platforms_added");
}

async function addOther(actor: Actor, request: Request) {
  const form = await parseForm(otherPlatformForm, request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await addOtherPlatform(actor, form.data, { submission });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.editPlatform(outcome.value.modeId), "added");
}

export default function AddPlatforms() {
  const { names } = useLoaderData<typeof loader>();
  const choices = starterChoices(names);
  return (
    <>
      <BackLink to={paths.platforms}>Platforms</BackLink>
      <PageHeading
        title="Add platforms"
        lead="What we know of each comes from pages read in November 2026. You check it against the platform's own rules before a session can be ready."
      />
      {choices.length > 0 ? (
        <SchemaForm schema={starterPlatformsForm} name="starters">
          <Checkboxes name="starters" label="Which of these do you use?" choices={choices} />
          <Button>Add</Button>
        </SchemaForm>
      ) : null}
      <Section heading="Another platform">
        <SchemaForm schema={otherPlatformForm} name="other">
          <TextField
            name="name"
            label="What is it called?"
            hint="For example, Our own website – members only"
          />
          <TextField name="service" label="Who runs it?" />
          <Radios name="kind" label="What kind of platform is it?" choices={choicesOf(kindWords)} />
          <Button kind="secondary">Add another platform</Button>
        </SchemaForm>
      </Section>
    </>
  );
}
