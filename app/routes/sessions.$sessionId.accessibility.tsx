import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { InsetText } from "~/components/callout";
import { Checkboxes } from "~/components/checkboxes";
import { MoreFields } from "~/components/details";
import { titled } from "~/components/document-title";
import { accessibilityChoices, needLines } from "~/components/need-lines";
import { PageHeading, Section } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { Select } from "~/components/select";
import { StatementTick } from "~/components/stated";
import { StatedNeeds } from "~/components/stated-needs";
import { TextField } from "~/components/text-field";
import { featureWords } from "~/domain/readiness/rules/accessibility";
import { statedOf } from "~/domain/session/session-statements";
import { accessibilityDefaults, accessibilityForm, accessibilityLabels } from "~/forms/accessibility-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerEdit } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { planAccessibility } from "~/services/plan-accessibility.server";

export const handle = titled("Accessibility");

export async function loader(args: LoaderFunctionArgs) {
  const { record, readiness, version } = await requireSession(args, "session.edit");
  const { id, title, platforms } = record.session;
  return {
    id,
    title,
    version,
    hasPlatform: platforms.length > 0,
    people: needLines(record),
    choices: accessibilityChoices(record),
    asked: statedOf(record, readiness, "needs_asked"),
    defaults: accessibilityDefaults(record.session),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(accessibilityForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await planAccessibility(actor, sessionId, form.data, { version: form.version, submission });
  return answerEdit(form, outcome, {
    to: paths.session(sessionId),
    labels: accessibilityLabels(featureWords),
    words: { features: featureWords, "more.need": featureWords },
    reload: async () => {
      const { record, version } = await requireSession(args, "session.edit");
      return { defaults: accessibilityDefaults(record.session), version };
    },
  });
}

export default function Accessibility() {
  const { id, title, version, hasPlatform, people, choices, asked, defaults } =
    useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.session(id)}>{title}</BackLink>
      <SchemaForm schema={accessibilityForm} defaults={defaults} version={version}>
        <PageHeading title="Accessibility" />
        <Section heading="What young people need">
          <StatedNeeds people={people} participants={paths.participants(id)} />
        </Section>
        <Section heading="What you offer">
          {choices.features.length > 0 ? (
            <Checkboxes
              name="features"
              label="Which features of the platform do you use?"
              hint="At least one, also when nobody has stated a need."
              choices={choices.features}
            />
          ) : (
            <InsetText>
              {hasPlatform
                ? "The platform’s record lists no features. Arrange something below, or have the record checked."
                : "Choose the platform first: its features then appear here."}
            </InsetText>
          )}
          {choices.listed.map(({ value, label }) => (
            <TextField
              key={value}
              name={`arranged.${value}`}
              label={`${label}: what do you arrange?`}
              hint="What happens, not why it is needed."
            />
          ))}
          <MoreFields summary="Arrange something else" fields={["more.need", "more.how"]}>
            <Select name="more.need" label="What is it for?" options={choices.others} empty="Nothing else" />
            <TextField name="more.how" label="What do you arrange?" />
          </MoreFields>
        </Section>
        <StatementTick name="asked" kind="needs_asked" stated={asked} />
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
