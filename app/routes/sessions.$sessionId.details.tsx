import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { Tick } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { Radios, YesNo } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { SessionTimes } from "~/components/session-times";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { zonesWith } from "~/domain/time/zone";
import {
  detailsDefaults,
  detailsForm,
  detailsLabels,
  detailsWords,
  placeWords,
  purposeWords,
} from "~/forms/details-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerEdit } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { hasPassed } from "~/http/today.server";
import { paths } from "~/paths";
import { changeDetails } from "~/services/change-details.server";

export const handle = titled("Details");

export async function loader(args: LoaderFunctionArgs) {
  const { record, version, readiness } = await requireSession(args, "session.edit");
  const { session } = record;
  const titleWarns = readiness.requirements
    .flatMap((requirement) => requirement.findings)
    .some((finding) => finding.subject === "title" && finding.severity === "warns");
  const defaults = detailsDefaults(session);
  const zones = zonesWith(session.zone);
  return { id: session.id, title: session.title, kind: session.kind, version, defaults, titleWarns, zones };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(detailsForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await changeDetails(actor, sessionId, form.data, { version: form.version, submission });
  return answerEdit(form, outcome, {
    to: paths.session(sessionId),
    ...(hasPassed(form.data.startsAt) ? { saved: "saved_past" } : {}),
    labels: detailsLabels,
    words: detailsWords,
    reload: async () => {
      const { record, version } = await requireSession(args, "session.edit");
      return { defaults: detailsDefaults(record.session), version };
    },
  });
}

const asChoices = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export default function Details() {
  const { id, title, kind, version, defaults, titleWarns, zones } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.session(id)}>{title}</BackLink>
      <SchemaForm schema={detailsForm} defaults={defaults} version={version}>
        <PageHeading title="Details" />
        <TextField
          name="title"
          label="Title"
          hint="Everybody may see it, so leave out names of young people."
        />
        {titleWarns ? (
          <Tick name="titleConfirmed" label="I have looked at the title: it names nobody who takes part" />
        ) : null}
        <TextArea name="description" label="Description" optional />
        <SessionTimes zones={zones} />
        <Radios
          name="format"
          label="What kind of session is it?"
          choices={[
            { value: "livestream", label: "A livestream", hint: "One to many: you control what is seen." },
            {
              value: "video_call",
              label: "A video call",
              hint: "A small invited group in which everybody contributes.",
            },
          ]}
        />
        <Radios
          name="audience"
          label="Who takes part?"
          choices={[
            { value: "named", label: "Young people whom we know by name" },
            {
              value: "not_named",
              label: "An audience that is not named",
              hint: "Only staff are seen and heard. A notice to the audience takes the place of each briefing.",
            },
          ]}
        />
        <Radios name="purpose" label="What is it for?" choices={asChoices(purposeWords)} />
        <Section heading={kind === "host" ? "Where you film" : "Where your group watches"}>
          <TextField
            name="where"
            label="Place"
            hint="For example, main hall. Leave empty if you do not know yet."
            optional
          />
          <Radios name="placeKind" label="What kind of place is it?" choices={asChoices(placeWords)} />
          <YesNo
            name="placeSuitable"
            label="Is it open and appropriate, with nothing in shot that says who or where you are?"
            hint="The NSPCC advises an open, appropriate area to film in."
          />
        </Section>
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
