import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { InsetText } from "~/components/callout";
import { DateInput } from "~/components/date-input";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { YesNo } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { TextArea } from "~/components/text-area";
import { NumberField, TextField } from "~/components/text-field";
import { ToldFields } from "~/components/told-fields";
import type { JudgedSession } from "~/data/session-page.server";
import { youngestAge } from "~/domain/session/youngest-age";
import { organiserDefaults, organiserForm, organiserLabels, organiserWords } from "~/forms/organiser-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerEdit } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { recordOrganiser } from "~/services/record-organiser.server";

export const handle = titled("What the organiser told you");

export async function loader(args: LoaderFunctionArgs) {
  const found = await requireSession(args, "session.edit");
  const { id, title, kind } = found.record.session;
  const youngest = youngestAge(found.record);
  return { id, title, kind, version: found.version, youngest, ...answersIn(found) };
}

function answersIn({ record, readiness }: Pick<JudgedSession, "record" | "readiness">) {
  const decideAgain = readiness.requirements.some(({ findings }) =>
    findings.some(({ code }) => code === "suitability_outdated"),
  );
  return { decideAgain, defaults: organiserDefaults(record.session, decideAgain) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(organiserForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await recordOrganiser(actor, sessionId, form.data, { version: form.version, submission });
  return answerEdit(form, outcome, {
    to: paths.session(sessionId),
    labels: organiserLabels,
    words: organiserWords,
    reload: async () => {
      const found = await requireSession(args, "session.edit");
      return { defaults: answersIn(found).defaults, version: found.version };
    },
  });
}

export default function Organiser() {
  const { id, title, kind, version, youngest, decideAgain, defaults } = useLoaderData<typeof loader>();
  const back = <BackLink to={paths.session(id)}>{title}</BackLink>;
  if (kind === "host") {
    return (
      <>
        {back}
        <PageHeading title="What the organiser told you" />
        <p className="govuk-body">You host this session yourselves, so there is no other organiser.</p>
      </>
    );
  }
  return (
    <>
      {back}
      <SchemaForm schema={organiserForm} defaults={defaults} version={version}>
        <PageHeading
          title="What the organiser told you"
          lead="Before young people join a stream, the NSPCC asks you to know what it will contain and what becomes of it."
        />
        <TextField name="name" label="Who runs the stream?" hint="Young people are told this name." />
        <TextField
          name="dataUse"
          label="What do they get to know about young people, and what for?"
          hint="One line that young people are told, such as: your first name, to greet you."
          optional
        />
        <Section heading="What it will contain">
          <TextArea
            name="outline"
            label="What will be in it?"
            hint="An outline or the running order, in a few lines."
          />
          <TextField name="source" label="Who told you?" />
          <DateInput name="obtainedOn" label="When did they tell you?" />
        </Section>
        <Section heading="Who it suits">
          {decideAgain ? (
            <InsetText>The content changed, or somebody younger was added. Look again.</InsetText>
          ) : null}
          <YesNo
            name="suitable"
            label="Does it suit the young people who watch?"
            hint={
              youngest === null
                ? "Nobody is on the list yet."
                : `The youngest will be ${youngest} on the day.`
            }
          />
          <NumberField name="ageGuidance" label="From what age is it meant, if they say?" optional />
          <TextArea name="suitabilityNote" label="Anything to note about it?" optional rows={2} />
        </Section>
        <Section heading="What becomes of it">
          <ToldFields
            name="saved"
            label="Will the stream be saved?"
            about="saving"
            until={{
              label: "Until when is it kept?",
              hint: "Where they would keep it for good, agree with them on a day for taking it down. For example, 27 3 2027",
            }}
          />
          <ToldFields
            name="reused"
            label="Will it be shown again, or used in another way?"
            about="showing it again"
            until={{ label: "Until when, if they said?" }}
          />
        </Section>
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
