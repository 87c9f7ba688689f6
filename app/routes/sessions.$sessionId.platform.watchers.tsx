import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { InsetText } from "~/components/callout";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { YesNo } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { TextArea } from "~/components/text-area";
import type { SessionRecord } from "~/domain/record/schema";
import { parseForm, rejected } from "~/forms/parse-form";
import { watchersDefaults, watchersForm, watchersLabels } from "~/forms/watchers-form";
import { answerEdit } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { considerWatchers } from "~/services/consider-watchers.server";

export const handle = titled("Who can watch");

export async function loader(args: LoaderFunctionArgs) {
  const { record, version, readiness } = await requireSession(args, "session.edit");
  const { session } = record;
  const { id, title, kind } = session;
  const again = readiness.requirements.some(
    ({ id: requirement, findings }) =>
      (requirement === "R28" || requirement === "R29") &&
      findings.some(({ code }) => code === "not_considered"),
  );
  const outdated = again && session.audienceRestricted !== null && session.saving !== null;
  return { id, title, kind, version, outdated, open: openModes(record), defaults: watchersDefaults(session) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(watchersForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await considerWatchers(actor, sessionId, form.data, { version: form.version, submission });
  return answerEdit(form, outcome, {
    to: paths.platform(sessionId),
    labels: watchersLabels,
    reload: async () => {
      const { record, version } = await requireSession(args, "session.edit");
      return { defaults: watchersDefaults(record.session), version };
    },
  });
}

/** The platforms of the chain on which everybody can watch. */
function openModes({ session, platformModes }: SessionRecord): string[] {
  const chosen = new Set(session.platforms.map(({ modeId }) => modeId));
  return platformModes
    .filter((mode) => chosen.has(mode.id) && mode.restrictsAudience === "no")
    .map(({ name }) => name);
}

export default function Watchers() {
  const { id, title, kind, version, outdated, open, defaults } = useLoaderData<typeof loader>();
  const back = <BackLink to={paths.platform(id)}>Platform and privacy</BackLink>;
  if (kind === "join") {
    return (
      <>
        {back}
        <PageHeading caption={title} title="Who can watch" />
        <p className="govuk-body">
          Somebody else hosts this stream, so who can watch it is theirs to decide.
        </p>
      </>
    );
  }
  return (
    <>
      {back}
      <SchemaForm schema={watchersForm} defaults={defaults} version={version}>
        <PageHeading
          caption={title}
          title="Who can watch"
          lead="The NSPCC asks you to consider these. A considered no is an answer: your manager is asked to accept the reason."
        />
        {outdated ? (
          <InsetText>
            You answered before the platform or the recording changed. See whether your answers still hold,
            then save.
          </InsetText>
        ) : null}
        {open.map((name) => (
          <InsetText key={name}>{name} cannot limit who watches.</InsetText>
        ))}
        <YesNo
          name="restricted.answer"
          label="Can you limit who watches?"
          hint="For example with a login, a password or a waiting room."
          yes={{
            label: "Yes",
            reveal: <TextArea name="restricted.how" label="How is it limited?" rows={3} />,
          }}
          no={{
            label: "No",
            reveal: (
              <TextArea name="restricted.reason" label="Why do you go ahead without a limit?" rows={3} />
            ),
          }}
        />
        <YesNo
          name="saving.answer"
          label="Could others save the stream and pass it on?"
          hint="Somebody can always capture a screen, so the honest answer is nearly always yes."
          yes={{
            label: "Yes",
            reveal: (
              <TextArea
                name="saving.how"
                label="What do you do about it?"
                hint="For example, first names only, nothing personal in shot, and everybody is told not to share."
                rows={3}
              />
            ),
          }}
          no={{
            label: "No",
            reveal: <TextArea name="saving.reason" label="Why could nobody save it?" rows={3} />,
          }}
        />
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
