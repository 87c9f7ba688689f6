import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Temporal } from "temporal-polyfill";
import { BackLink } from "~/components/back-link";
import { Button, LinkButton } from "~/components/button";
import { MoreFields } from "~/components/details";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { PlatformInterruption } from "~/components/platform-interruption";
import { SchemaForm } from "~/components/schema-form";
import { Select } from "~/components/select";
import { TextLink } from "~/components/text-link";
import { listPlatformChoices } from "~/data/platform-choices.server";
import { may } from "~/domain/permissions";
import { whatIfPlatforms } from "~/domain/session/platform-what-if";
import { parseForm, rejected } from "~/forms/parse-form";
import { platformsDefaults, platformsForm, platformsLabels } from "~/forms/platforms-form";
import { answerEdit } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { choosePlatforms } from "~/services/choose-platforms.server";

export const handle = titled("Choose the platform");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, version } = await requireSession(args, "session.edit");
  const { session } = record;
  const modes = await listPlatformChoices(actor, chosenIn(session));
  const options = modes.map(({ id, name }) => ({ value: id, label: name }));
  const mayAdd = may(actor, "platform.edit");
  return {
    id: session.id,
    title: session.title,
    version,
    options,
    mayAdd,
    defaults: platformsDefaults(session),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(platformsForm, args.request);
  if (!form.ok) return rejected(form);
  const asked = form.data.sure ? null : await askFirst(args, form.data.modeIds);
  if (asked && asked.version === form.version) return { asked };
  const submission = { id: form.submissionId, content: form.data.modeIds };
  const outcome = await choosePlatforms(actor, sessionId, form.data, { version: form.version, submission });
  const names = Object.fromEntries((await optionsOf(args)).map(({ id, name }) => [id, name]));
  return answerEdit(form, outcome, {
    to: paths.platform(sessionId),
    labels: platformsLabels,
    words: { entry: names, second: names, third: names },
    reload: async () => {
      const { record, version } = await requireSession(args, "session.edit");
      return { defaults: platformsDefaults(record.session), version };
    },
  });
}

const chosenIn = ({ platforms }: { platforms: { modeId: string }[] }) =>
  platforms.map(({ modeId }) => modeId);

async function optionsOf(args: ActionFunctionArgs) {
  const { actor, record } = await requireSession(args, "session.edit");
  return listPlatformChoices(actor, chosenIn(record.session));
}

/** What the person should know before this choice is made; null where it undoes nothing. */
async function askFirst(args: ActionFunctionArgs, modeIds: string[]) {
  const { actor, record, version } = await requireSession(args, "session.edit");
  const modes = await listPlatformChoices(actor, chosenIn(record.session));
  const undone = whatIfPlatforms(record, modeIds, modes, Temporal.Now.instant());
  return undone && { ...undone, modeIds, version };
}

export default function ChoosePlatform() {
  const { id, title, version, options, mayAdd, defaults } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "asked" in answer)
    return <PlatformInterruption {...answer.asked} title={title} back={paths.platform(id)} />;
  const add = mayAdd ? <TextLink to={paths.addPlatform}>Add a platform</TextLink> : null;
  if (options.length === 0) {
    return (
      <>
        <BackLink to={paths.platform(id)}>Platform and privacy</BackLink>
        <PageHeading caption={title} title="Choose the platform" />
        <EmptyState
          title="No platforms yet"
          action={mayAdd ? <LinkButton to={paths.addPlatform}>Add a platform</LinkButton> : null}
        >
          <p>
            A platform is checked once and used in many sessions: its age limits, who it can keep out, how to
            report.
          </p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <BackLink to={paths.platform(id)}>Platform and privacy</BackLink>
      <SchemaForm schema={platformsForm} defaults={defaults} version={version}>
        <PageHeading caption={title} title="Choose the platform" />
        <Select
          name="entry"
          label="Where do young people join?"
          hint="The list holds the platforms that your organisation has checked, each in the way that it is used."
          options={options}
          empty="Not chosen yet"
        />
        <MoreFields summary="The stream is passed on to another platform" fields={["second", "third"]}>
          <p className="govuk-body">
            For example, a Zoom meeting that is shown on YouTube. Every platform of the chain has to be safe.
          </p>
          <Select name="second" label="Passed on to" options={options} empty="Nowhere else" optional />
          <Select name="third" label="And from there to" options={options} empty="Nowhere else" optional />
        </MoreFields>
        <p className="govuk-body">Is it not in the list? {add ?? "Ask your administrator to add it."}</p>
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
