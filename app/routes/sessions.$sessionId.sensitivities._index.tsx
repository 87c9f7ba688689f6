import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { LeadView } from "~/components/lead-view";
import { PageHeading, Section } from "~/components/page-heading";
import { SensitivitiesFields, SensitivitiesSummary } from "~/components/sensitivities-fields";
import { may } from "~/domain/permissions";
import type { JudgedSession } from "~/data/session-page.server";
import { statedOf } from "~/domain/session/session-statements";
import { parseForm, rejected } from "~/forms/parse-form";
import { sensitivitiesDefaults, sensitivitiesForm, sensitivitiesLabels } from "~/forms/sensitivities-form";
import { answerEdit } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { describeTopic } from "~/services/describe-topic.server";

export const handle = titled("Sensitivities");

export async function loader(args: LoaderFunctionArgs) {
  const found = await requireSession(args);
  const { id, title, topic } = found.record.session;
  return {
    id,
    title,
    version: found.version,
    mayEdit: found.mayEdit,
    mayConsider: may(found.actor, "session.consider", found.subject) && !found.record.session.cancelled,
    topic,
    ...statedAbout(found),
    subjects: [...new Set([...found.record.policy.flaggedTopics, ...(topic?.flags ?? [])])],
    defaults: sensitivitiesDefaults(found.record.session),
  };
}

function statedAbout({ record, readiness }: Pick<JudgedSession, "record" | "readiness">) {
  const joinsSensitive = record.session.kind === "join" && (record.session.topic?.flags.length ?? 0) > 0;
  return {
    considered: statedOf(record, readiness, "needs_considered"),
    lead: statedOf(record, readiness, "lead_considered"),
    contentNote: joinsSensitive ? statedOf(record, readiness, "lead_content_note") : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(sensitivitiesForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await describeTopic(actor, sessionId, form.data, { version: form.version, submission });
  return answerEdit(form, outcome, {
    to: paths.session(sessionId),
    labels: sensitivitiesLabels,
    reload: async () => {
      const { record, version } = await requireSession(args, "session.edit");
      return { defaults: sensitivitiesDefaults(record.session), version };
    },
  });
}

export default function Sensitivities() {
  const data = useLoaderData<typeof loader>();
  const { id, title, version, mayEdit, mayConsider, lead, contentNote } = data;
  const heading = <PageHeading title="Sensitivities" />;
  const leadView = (
    <Section heading="The safeguarding lead">
      <LeadView lead={lead} contentNote={contentNote} />
      {mayConsider ? (
        <LinkButton to={paths.leadConsiders(id)} kind={mayEdit ? "secondary" : "primary"}>
          Record what you considered
        </LinkButton>
      ) : null}
    </Section>
  );
  return (
    <>
      <BackLink to={paths.session(id)}>{title}</BackLink>
      {mayEdit ? (
        <SensitivitiesFields {...data} heading={heading} aside={leadView} version={version} />
      ) : (
        <>
          {heading}
          <SensitivitiesSummary topic={data.topic} considered={data.considered} />
          {leadView}
        </>
      )}
    </>
  );
}
