import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { roleWords } from "~/domain/people/role-words";
import type { SessionRecord } from "~/domain/record/schema";
import { listInWords } from "~/domain/time/words";
import { parseForm, rejected } from "~/forms/parse-form";
import { reporterForm } from "~/forms/reporter-form";
import { answerEdit } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { chooseReporter } from "~/services/choose-reporter.server";

export const handle = titled("Who reports, mutes and removes");

export async function loader(args: LoaderFunctionArgs) {
  const { record, version } = await requireSession(args, "session.edit");
  const { id, title, reportingAdultId } = record.session;
  return { id, title, version, choices: choicesOf(record), chosen: reportingAdultId ?? "" };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, record } = await requireSession(args, "session.edit");
  const form = await parseForm(reporterForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const options = { version: form.version, submission };
  const outcome = await chooseReporter(actor, sessionId, form.data.adultId, options);
  return answerEdit(form, outcome, {
    to: paths.sessionAdults(sessionId),
    labels: { adultId: "Who reports, mutes and removes" },
    words: { adultId: Object.fromEntries(choicesOf(record).map(({ value, label }) => [value, label])) },
    reload: async () => {
      const stored = await requireSession(args, "session.edit");
      return { defaults: { adultId: stored.record.session.reportingAdultId ?? "" }, version: stored.version };
    },
  });
}

/** The adults who have a part in the session, with what they do; guests from outside are no choice. */
function choicesOf({ session, adults }: SessionRecord) {
  return adults.flatMap(({ id, name }) => {
    const roles = session.assignments.filter(({ adultId, role }) => adultId === id && role !== "guest");
    if (roles.length === 0) return [];
    const hint = listInWords(roles.map(({ role }) => roleWords(role, session.kind).name.toLowerCase()));
    return [{ value: id, label: name, hint: hint.charAt(0).toUpperCase() + hint.slice(1) }];
  });
}

export default function Reporter() {
  const { id, title, version, choices, chosen } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.sessionAdults(id)}>Adults and observers</BackLink>
      <SchemaForm schema={reporterForm} defaults={{ adultId: chosen }} version={version}>
        <PageHeading
          caption={title}
          title="Who reports, mutes and removes"
          lead="One adult knows how to report offensive or abusive content on this platform, and does it."
        />
        <Radios name="adultId" label="Who does it?" choices={choices} />
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
