import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { InsetText } from "~/components/callout";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { YesNo } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { TextArea } from "~/components/text-area";
import { nameOf } from "~/domain/readiness/view";
import type { Readiness } from "~/domain/readiness/result";
import type { SessionRecord } from "~/domain/record/schema";
import { statedOf } from "~/domain/session/session-statements";
import { parseForm, rejected } from "~/forms/parse-form";
import { leadForm, leadLabels } from "~/forms/sensitivities-form";
import { answerEdit } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { considerParticipants } from "~/services/consider-participants.server";

export const handle = titled("For the safeguarding lead");

export async function loader(args: LoaderFunctionArgs) {
  const { record, readiness, version } = await requireSession(args, "session.consider");
  const { session, participants } = record;
  return {
    id: session.id,
    title: session.title,
    version,
    topic: session.topic,
    people: participants.map(nameOf),
    asksContent: session.kind === "join" && (session.topic?.flags.length ?? 0) > 0,
    defaults: defaultsOf(record, readiness),
  };
}

/** What was recorded last, while it still counts; otherwise the question is open again. */
function defaultsOf(record: SessionRecord, readiness: Readiness) {
  const answer = (kind: "lead_considered" | "lead_content_note") => {
    const { state, note } = statedOf(record, readiness, kind);
    return { value: state === "stated" ? "yes" : state === "refused" ? "no" : "", note: note ?? "" };
  };
  const lead = answer("lead_considered");
  const content = answer("lead_content_note");
  return { inPlace: lead.value, arrangements: lead.note, handled: content.value, contentNote: content.note };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.consider");
  const form = await parseForm(leadForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await considerParticipants(actor, sessionId, form.data, {
    version: form.version,
    submission,
  });
  return answerEdit(form, outcome, {
    to: paths.sensitivities(sessionId),
    labels: leadLabels,
    reload: async () => {
      const { record, readiness, version } = await requireSession(args, "session.consider");
      return { defaults: defaultsOf(record, readiness), version };
    },
  });
}

export default function LeadConsiders() {
  const { id, title, version, topic, people, asksContent, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.sensitivities(id)}>Sensitivities</BackLink>
      <SchemaForm schema={leadForm} defaults={defaults} version={version}>
        <PageHeading
          caption={title}
          title="For the safeguarding lead"
          lead="Think of the young people who take part, those with known child-protection concerns among them."
        />
        <InsetText>
          Everybody who plans or runs the session sees what you write here. Write what is arranged, never why,
          and nothing about anybody’s case.
        </InsetText>
        <Section heading="The session">
          <p className="govuk-body">
            {topic ? topic.text : "What it is about is not recorded yet."}
            {topic?.flags.length ? ` It touches on ${topic.flags.join(", ")}.` : ""}
          </p>
          <p className="govuk-body">
            {people.length > 0 ? `Taking part: ${people.join(", ")}.` : "Nobody is on the list by name."}
          </p>
        </Section>
        <YesNo
          name="inPlace"
          label="Have you considered them, and are arrangements in place?"
          yes={{ label: "Yes", hint: "Also when nothing special is needed." }}
          no={{
            label: "No",
            hint: "The planner is asked to speak to you. The session is not ready until you say yes.",
          }}
        />
        <TextArea
          name="arrangements"
          label="What is arranged?"
          hint="For example: the support contact stays for an hour afterwards."
          optional
          rows={3}
        />
        {asksContent ? (
          <>
            <YesNo
              name="handled"
              label="Are the sensitive parts of the stream handled well for those who watch?"
            />
            <TextArea
              name="contentNote"
              label="How?"
              hint="For example: a note on the content beforehand, and anybody may leave."
              optional
              rows={3}
            />
          </>
        ) : null}
        <Button>Save</Button>
      </SchemaForm>
    </>
  );
}
