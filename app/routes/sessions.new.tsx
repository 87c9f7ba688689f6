import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { SessionTimes } from "~/components/session-times";
import { TextField } from "~/components/text-field";
import { usualZone, zonesWith } from "~/domain/time/zone";
import { newSessionForm } from "~/forms/new-session-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { hasPassed } from "~/http/today.server";
import { paths } from "~/paths";
import { planSession } from "~/services/plan-session.server";

export const handle = titled("Plan a session");

export async function loader(args: LoaderFunctionArgs) {
  await requireSignedIn(args, "session.plan");
  return { zones: zonesWith(usualZone) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "session.plan");
  const form = await parseForm(newSessionForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await planSession(actor, form.data, { submission });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(
    paths.session(outcome.value.sessionId),
    hasPassed(form.data.startsAt) ? "planned_past" : "planned",
  );
}

export default function NewSession() {
  const { zones } = useLoaderData<typeof loader>();
  return (
    <SchemaForm schema={newSessionForm} defaults={{ zone: usualZone }}>
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
      <SessionTimes zones={zones} />
      <Button>Make a draft</Button>
    </SchemaForm>
  );
}
