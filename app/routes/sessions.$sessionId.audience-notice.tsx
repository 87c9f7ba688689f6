import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { InsetText } from "~/components/callout";
import { Checkboxes } from "~/components/checkboxes";
import { DateInput } from "~/components/date-input";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { StatementTick } from "~/components/stated";
import { TextField, TimeField } from "~/components/text-field";
import { findBriefingWords } from "~/data/briefing-words.server";
import type { JudgedSession } from "~/data/session-page.server";
import { statedOf } from "~/domain/session/session-statements";
import {
  audienceNoticeDefaults,
  audienceNoticeForm,
  audienceNoticeLabels,
  pointLabels,
} from "~/forms/audience-notice-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerEdit } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { writeAudienceNotice } from "~/services/write-audience-notice.server";

export const handle = titled("Notice to the audience");

export async function loader(args: LoaderFunctionArgs) {
  const found = await requireSession(args, "session.edit");
  const { id, title, audience, audienceNotice } = found.record.session;
  return {
    id,
    title,
    audience,
    version: found.version,
    words: await findBriefingWords(found.actor),
    noChild: statedOf(found.record, found.readiness, "no_child_on_camera"),
    noticeVersion: audienceNotice?.version ?? null,
    ...answersIn(found),
  };
}

function answersIn({ record, readiness }: Pick<JudgedSession, "record" | "readiness">) {
  const outdated = readiness.requirements.some(({ findings }) =>
    findings.some(({ code }) => code === "notice_outdated"),
  );
  return { outdated, defaults: audienceNoticeDefaults(record.session, outdated) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(audienceNoticeForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await writeAudienceNotice(actor, sessionId, form.data, {
    version: form.version,
    submission,
  });
  return answerEdit(form, outcome, {
    to: paths.session(sessionId),
    labels: audienceNoticeLabels,
    words: { points: pointLabels },
    reload: async () => {
      const found = await requireSession(args, "session.edit");
      return { defaults: answersIn(found).defaults, version: found.version };
    },
  });
}

export default function AudienceNotice() {
  const { id, title, audience, version, words, noChild, noticeVersion, outdated, defaults } =
    useLoaderData<typeof loader>();
  const back = <BackLink to={paths.session(id)}>{title}</BackLink>;
  if (audience === "named") {
    return (
      <>
        {back}
        <PageHeading title="Notice to the audience" />
        <p className="govuk-body">
          Young people take part by name in this session, so each of them is briefed and no notice is needed.
        </p>
      </>
    );
  }
  return (
    <>
      {back}
      <SchemaForm schema={audienceNoticeForm} defaults={defaults} version={version}>
        <PageHeading
          title="Notice to the audience"
          lead="Nobody is briefed one by one, so a notice tells everybody the same six things before the start."
        />
        {outdated ? (
          <InsetText>
            The words of the briefing changed their meaning since version {noticeVersion}. Change the notice,
            then tick what it says now.
          </InsetText>
        ) : null}
        <Checkboxes
          name="points"
          label="What does the notice say?"
          hint="The words are ready to be copied."
          choices={Object.entries(pointLabels).map(([value, label]) => ({
            value,
            label,
            hint: `“${words[value as keyof typeof pointLabels]}”`,
          }))}
        />
        <TextField
          name="where"
          label="Where does it stand?"
          hint="For example, in the description of the stream and on the opening slide."
        />
        <DateInput name="placedOn" label="From which date does it stand there?" />
        <TimeField name="placedTime" label="From what time?" />
        <TextField
          name="contact"
          label="Whom does it name to turn to, during and after?"
          hint="A name and how to reach them. Best not the host, who is busy on air."
          optional
        />
        <StatementTick name="noChild" kind="no_child_on_camera" stated={noChild} />
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
