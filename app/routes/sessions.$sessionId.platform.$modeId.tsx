import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { Tick } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { safeSettings } from "~/components/setting-words";
import { TextField } from "~/components/text-field";
import type { SessionRecord } from "~/domain/record/schema";
import { instantInWords } from "~/domain/time/words";
import { Temporal } from "temporal-polyfill";
import { parseForm, rejected } from "~/forms/parse-form";
import {
  settingGroups,
  settingLabels,
  settingsDefaults,
  settingsForm,
  settingsLabels,
  settingsWords,
} from "~/forms/settings-form";
import { answerEdit } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { answerSettings } from "~/services/answer-settings.server";

export const handle = titled<{ name: string }>(({ name }) => `Settings of ${name}`);

export async function loader(args: LoaderFunctionArgs) {
  const { record, version } = await requireSession(args, "session.edit");
  const { id, title, media } = record.session;
  const { link, name } = chosenIn(record, args.params["modeId"]);
  const safe = safeSettings(media);
  return { id, title, name, version, safe, looked: lookedAt(record, link), defaults: settingsDefaults(link) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const modeId = args.params["modeId"] ?? "";
  const form = await parseForm(settingsForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: { modeId, ...form.data } };
  const edit = { version: form.version, submission };
  const outcome = await answerSettings(actor, sessionId, modeId, form.data, edit);
  return answerEdit(form, outcome, {
    to: paths.platform(sessionId),
    labels: settingsLabels,
    words: settingsWords,
    reload: async () => {
      const { record, version } = await requireSession(args, "session.edit");
      return { defaults: settingsDefaults(chosenIn(record, modeId).link), version };
    },
  });
}

function chosenIn({ session, platformModes }: SessionRecord, modeId = "") {
  const link = session.platforms.find((each) => each.modeId === modeId);
  const mode = platformModes.find(({ id }) => id === modeId);
  if (!link || !mode) throw new Response(null, { status: 404 });
  return { link, name: mode.name };
}

function lookedAt(
  { session, organisation }: SessionRecord,
  { checked }: SessionRecord["session"]["platforms"][number],
) {
  if (!checked) return null;
  const by = organisation.staff.find(({ id }) => id === checked.by)?.name ?? "somebody who has left";
  return `${by} looked on ${instantInWords(Temporal.Instant.from(checked.recordedAt), session.zone)}. Tick again if you looked anew or change something.`;
}

export default function Settings() {
  const { id, title, name, version, safe, looked, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.platform(id)}>Platform and privacy</BackLink>
      <SchemaForm schema={settingsForm} defaults={defaults} version={version}>
        <PageHeading
          caption={title}
          title={`Settings of ${name}`}
          lead={`Open ${name}, look at each setting, and say how it is set for this session.`}
        />
        {settingGroups.map(({ heading, settings }) => (
          <Section key={heading} heading={heading}>
            {settings.map((setting) => (
              <Radios
                key={setting}
                name={`${setting}.answer`}
                label={settingLabels[setting]}
                choices={[
                  { value: "safe", label: safe[setting] },
                  { value: "cannot_be_set", label: "Cannot be set here" },
                  {
                    value: "different",
                    label: "Otherwise, because…",
                    reveal: (
                      <TextField name={`${setting}.note`} label={`${settingLabels[setting]}: how and why?`} />
                    ),
                  },
                ]}
              />
            ))}
          </Section>
        ))}
        <Tick name="looked" label="I have looked at these settings" hint={looked} />
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
