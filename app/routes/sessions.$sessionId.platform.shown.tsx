import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { Checkboxes } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { ImagesUse, KeptFields, ReplayUse } from "~/components/kept-fields";
import { PageHeading, Section } from "~/components/page-heading";
import { Radios, YesNo } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import {
  chatWords,
  donationWords,
  exposureWords,
  mediaDefaults,
  mediaForm,
  mediaLabels,
  mediaWords,
  useWords,
} from "~/forms/media-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerEdit } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { changeMedia } from "~/services/change-media.server";

export const handle = titled("What is shown and kept");

export async function loader(args: LoaderFunctionArgs) {
  const { record, version } = await requireSession(args, "session.edit");
  const { session, platformModes } = record;
  const asksForMoney =
    platformModes.length === 0 || platformModes.some(({ donations }) => donations !== "none");
  const { id, title, audience } = session;
  return { id, title, audience, version, asksForMoney, defaults: mediaDefaults(session) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(mediaForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await changeMedia(actor, sessionId, form.data, { version: form.version, submission });
  return answerEdit(form, outcome, {
    to: paths.platform(sessionId),
    labels: mediaLabels,
    words: mediaWords,
    reload: async () => {
      const { record, version } = await requireSession(args, "session.edit");
      return { defaults: mediaDefaults(record.session), version };
    },
  });
}

const asChoices = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export default function Shown() {
  const { id, title, audience, version, asksForMoney, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.platform(id)}>Platform and privacy</BackLink>
      <SchemaForm schema={mediaForm} defaults={defaults} version={version}>
        <PageHeading caption={title} title="What is shown and kept" />
        <Section heading="During the session">
          {audience === "named" ? (
            <Checkboxes
              name="shown"
              label="What can others see or hear of young people?"
              hint="Tick what may happen. It can be switched off for one person later; consent is asked for what is ticked."
              choices={asChoices(exposureWords)}
            />
          ) : (
            [defaults["shown"]]
              .flat()
              .map((value) => <input key={String(value)} type="hidden" name="shown" value={String(value)} />)
          )}
          <YesNo
            name="adultOnCamera"
            label="Is an adult of yours visibly on camera the whole time?"
            hint="Some platforms end a stream that shows somebody under 16 alone."
          />
          <Radios name="chat" label="How is the chat set?" choices={asChoices(chatWords)} />
          {asksForMoney ? (
            <Radios
              name="donations"
              label="Can viewers be asked for money or gifts?"
              choices={asChoices(donationWords)}
            />
          ) : null}
        </Section>
        <Section heading="Afterwards">
          <KeptFields name="recording" label="Do you record it?" />
          <KeptFields
            name="aiNotes"
            label="Does a machine write a transcript or notes?"
            hint="It counts as a recording: young people are asked about it."
          />
          <Checkboxes
            name="uses"
            label="Will you also do any of these?"
            optional
            choices={[
              { value: "images", label: useWords.images, reveal: <ImagesUse /> },
              { value: "replay", label: useWords.replay, reveal: <ReplayUse /> },
            ]}
          />
        </Section>
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
