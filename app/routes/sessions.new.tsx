import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { SessionTimes } from "~/components/session-times";
import { TextField } from "~/components/text-field";
import { newSessionForm } from "~/forms/new-session-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { planSession } from "~/services/plan-session.server";

export const handle = titled("Plan a session");

export async function loader(args: LoaderFunctionArgs) {
  await requireSignedIn(args, "session.plan");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "session.plan");
  const form = await parseForm(newSessionForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await planSession(actor, form.data, { submission });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.session(outcome.value.sessionId), "planned");
}

export default function NewSession() {
  return (
    <SchemaForm schema={newSessionForm}>
      <PageHeading
        title="Plan a session"
        lead="Four answers make a draft. You can change all of them later."
      />
      <Radios
        name="kind"
        label="Who hosts the stream?"
        cards
        choices={[
          { value: "host", label: "We do", hint: "Your own livestream or video call." },
          {
            value: "join",
            label: "Someone else",
            hint: "You watch or take part in another organisation's stream.",
          },
        ]}
      />
      <TextField
        name="title"
        label="Title"
        hint="Everybody may see it, so leave out names of young people."
      />
      <SessionTimes zone="Europe/London" twice={false} />
      <Button>Make a draft</Button>
    </SchemaForm>
  );
}
