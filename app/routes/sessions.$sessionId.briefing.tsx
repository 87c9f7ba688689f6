import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { BriefingCoverage } from "~/components/briefing-coverage";
import { BriefingScript } from "~/components/briefing-script";
import { Button, LinkButton } from "~/components/button";
import { Checkboxes } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { MomentFields } from "~/components/moment-fields";
import { PageHeading, Section } from "~/components/page-heading";
import { asChoices } from "~/components/participant-fields";
import { PrintSheet } from "~/components/print-sheet";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { findBriefingText } from "~/data/briefing-text.server";
import { briefingCoverage } from "~/domain/briefing/coverage";
import { briefingScript, pointWords } from "~/domain/briefing/points";
import { viewAt } from "~/domain/readiness/view";
import { recordBriefingForm, briefingHowWords } from "~/forms/record-briefing-form";
import { momentDefaults } from "~/forms/moment-field";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerAddition } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { recordBriefing } from "~/services/record-briefing.server";

export const handle = titled("Briefing");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, name, record, readiness, mayEdit } = await requireSession(args);
  const { id, title, reference, zone } = record.session;
  const text = await findBriefingText(actor, readiness.at.toString());
  const coverage = briefingCoverage(viewAt(record, readiness.at), readiness);
  return {
    id,
    title,
    reference,
    mayEdit,
    coverage,
    script: briefingScript(text?.points ?? {}, record),
    defaults: { ...momentDefaults(zone), briefedBy: name, briefingVersion: String(text?.version ?? "") },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(recordBriefingForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await recordBriefing(actor, sessionId, form.data, { submission });
  return answerAddition(form, outcome, { to: paths.briefing(sessionId), done: "saved" });
}

export default function Briefing() {
  const { id, title, reference, mayEdit, coverage, script, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.session(id)}>{title}</BackLink>
      <PrintSheet reference={`${reference} briefing`}>
        <PageHeading
          title="Briefing"
          lead="Speak with each young person before the session. Read this aloud, or say it in your own words."
        />
        <Section heading="What to say">
          <BriefingScript lines={script} />
        </Section>
        {coverage.length === 0 ? (
          <EmptyState
            title="Nobody to speak with yet"
            action={
              mayEdit ? <LinkButton to={paths.participants(id)}>Add the young people</LinkButton> : null
            }
          >
            Once young people are on the list, you record here who has had the briefing.
          </EmptyState>
        ) : (
          <BriefingCoverage rows={coverage} />
        )}
      </PrintSheet>
      {mayEdit && coverage.length > 0 ? <RecordBriefing coverage={coverage} defaults={defaults} /> : null}
    </>
  );
}

type RecordBriefingProps = Pick<ReturnType<typeof useLoaderData<typeof loader>>, "coverage" | "defaults">;

function RecordBriefing({ coverage, defaults }: RecordBriefingProps) {
  const missingFirst = [...coverage].sort((a, b) => Number(a.covered) - Number(b.covered));
  return (
    <div className="app-no-print">
      <Section heading="Record a briefing" id="record">
        <SchemaForm schema={recordBriefingForm} defaults={defaults}>
          <Checkboxes
            name="participantIds"
            label="Who was there?"
            choices={missingFirst.map(({ id, name, code, covered }) => ({
              value: id,
              label: name,
              hint: covered ? `${code}, briefed already` : code,
            }))}
          />
          <TextField name="briefedBy" label="Who spoke with them?" width={20} spellCheck={false} />
          <Radios name="how" label="How?" choices={asChoices(briefingHowWords)} />
          <MomentFields label="When was it?" />
          <Checkboxes
            name="points"
            label="What were they told?"
            choices={[{ value: "all", label: "All six points" }, ...asChoices(pointWords)]}
          />
          <TextArea
            name="accessSupport"
            label="What helped them to follow?"
            hint="For example, read slowly, with pictures. Leave out why."
            optional
          />
          <input type="hidden" name="briefingVersion" value={defaults.briefingVersion} />
          <Button>Save the briefing</Button>
        </SchemaForm>
      </Section>
    </div>
  );
}
