import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { YesNo } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { TextArea } from "~/components/text-area";
import { loadWording } from "~/data/organisation-settings.server";
import { briefingPoint } from "~/domain/record/fields";
import { briefingPointWords, briefingTextForm } from "~/forms/briefing-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerSharedEdit } from "~/http/answer.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { publishBriefing } from "~/services/publish-briefing.server";

export const handle = titled("Change the briefing");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.edit");
  const { briefing } = await loadWording(actor);
  const defaults = Object.fromEntries(
    briefingPoint.options.map((point) => [point, briefing.points[point] ?? ""]),
  );
  return { version: briefing.version, defaults };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.edit");
  const form = await parseForm(briefingTextForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await publishBriefing(actor, form.data, { version: form.version, submission });
  return answerSharedEdit(form, outcome, {
    to: paths.wording,
    saved: "briefing_published",
    labels: briefingPointWords,
    reload: () => loader(args),
  });
}

export default function Briefing() {
  const { version, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.wording}>Wording</BackLink>
      <SchemaForm schema={briefingTextForm} defaults={defaults} version={version}>
        <PageHeading
          title="Change the briefing"
          lead="Short sentences, one idea each. The same word for the same thing. “Cannot” instead of “can’t”."
        />
        {briefingPoint.options.map((point) => (
          <TextArea key={point} name={point} label={briefingPointWords[point]} rows={3} />
        ))}
        <YesNo
          name="changesMeaning"
          label="Does it mean something else than before?"
          yes={{
            label: "Yes, it changes the meaning",
            hint: "Everybody who was briefed for a session to come has to be told again, and its sign-off lapses.",
          }}
          no={{ label: "No, it is a small change", hint: "Who was briefed stays briefed." }}
        />
        <Button>Put it in use</Button>
      </SchemaForm>
    </>
  );
}
