import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { Checkboxes } from "~/components/checkboxes";
import { choicesOf } from "~/components/choices-of";
import { DateInput } from "~/components/date-input";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { legalAgeCards } from "~/components/legal-age-words";
import { YesNo } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { TakeOffList } from "~/components/take-off-list";
import { NumberField, TextField } from "~/components/text-field";
import { loadSettings } from "~/data/organisation-settings.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { formName } from "~/forms/form-name";
import { legalAgeForm } from "~/forms/legal-age-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { kindWords } from "~/forms/platform-form";
import { takeOffForm } from "~/forms/settings-forms";
import { answerShared } from "~/http/answer.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { removeLegalAge } from "~/services/remove-legal-age.server";
import { recordLegalAge } from "~/services/record-legal-age.server";

export const handle = titled("Legal ages");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.view");
  const { policies, policy } = await loadSettings(actor);
  const newest = policies[0] ?? policy;
  return {
    mayEdit: may(actor, "organisation.edit"),
    legalAges: legalAgeCards(newest.legalAges),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.edit");
  return (await formName(args.request)) === "add" ? add(actor, args.request) : takeOff(actor, args.request);
}

async function add(actor: Actor, request: Request) {
  const form = await parseForm(legalAgeForm, request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  return answerShared(form, await recordLegalAge(actor, form.data, { submission }), {
    to: paths.legalAges,
    saved: "added",
  });
}

async function takeOff(actor: Actor, request: Request) {
  const form = await parseForm(takeOffForm, request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  return answerShared(form, await removeLegalAge(actor, form.data.id, { submission }), {
    to: paths.legalAges,
    saved: "removed",
  });
}

export default function LegalAges() {
  const { mayEdit, legalAges } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.policy}>Policy</BackLink>
      <PageHeading
        title="Legal ages"
        lead="A law that bars young people under an age from a kind of platform, from a day on. Each session is judged by the law of its own day."
      />
      {legalAges.length === 0 ? <p className="govuk-body">None is recorded.</p> : null}
      <TakeOffList items={legalAges} mayEdit={mayEdit} deed="Recorded by mistake: remove" />
      {mayEdit ? (
        <Section heading="Record a law">
          <SchemaForm schema={legalAgeForm} name="add">
            <NumberField name="under" label="Who is under which age?" />
            <Checkboxes name="kinds" label="On which kinds of platform?" choices={choicesOf(kindWords)} />
            <YesNo name="barsWatchingInRoom" label="Does it bar watching together in the room, too?" />
            <DateInput name="validFrom" label="From which day is it law?" />
            <DateInput name="validTo" label="Until which day?" optional />
            <TextField name="source" label="Which law, and where can it be read?" spellCheck={false} />
            <Button>Record the law</Button>
          </SchemaForm>
        </Section>
      ) : null}
    </>
  );
}
