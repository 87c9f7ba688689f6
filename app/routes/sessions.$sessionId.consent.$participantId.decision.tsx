import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { InsetText, WarningText } from "~/components/callout";
import { CompetenceForm, ConflictForm } from "~/components/decision-forms";
import { decisionPage } from "~/components/decision-page";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { StaleVersion } from "~/components/stale-version";
import { SummaryList } from "~/components/summary-list";
import { TextLink } from "~/components/text-link";
import { loadMembers } from "~/data/members.server";
import { scopeHeadings, scopeWords } from "~/domain/consent/words";
import type { ConsentScope } from "~/domain/record/fields";
import { listInWords } from "~/domain/time/words";
import { decisionDefaults } from "~/forms/decision-defaults";
import { competenceForm, competenceLabels, conflictForm, conflictLabels } from "~/forms/decision-form";
import { formName } from "~/forms/form-name";
import { parseForm, rejected } from "~/forms/parse-form";
import type { Stale } from "~/forms/stale";
import { answerEdit } from "~/http/answer.server";
import { requireParticipant } from "~/http/participant-page.server";
import { paths } from "~/paths";
import { decideConsent } from "~/services/decide-consent.server";

export const handle = titled<{ code: string }>(({ code }) => `Decide about the answers of ${code}`);

export async function loader(args: LoaderFunctionArgs) {
  const found = await requireParticipant(args, "session.view");
  const { actor, sessionId, version, view, readiness, participant, mayDo, mayEdit } = found;
  const { members } = await loadMembers(actor);
  const page = decisionPage(view, readiness, participant, { actor, workers: members });
  return {
    ...page,
    id: sessionId,
    participantId: participant.id,
    version,
    isLead: mayDo("session.consider"),
    seesHistory: mayEdit || mayDo("session.consider"),
    defaults: decisionDefaults(view, participant),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, view, participant, readiness } = await requireParticipant(
    args,
    "session.consider",
  );
  const kind = (await formName(args.request)) === "conflict" ? "conflict" : "competence";
  const form = await parseForm(kind === "conflict" ? conflictForm : competenceForm, args.request);
  if (!form.ok) return rejected(form);
  const options = { version: form.version, submission: { id: form.submissionId, content: form.data } };
  const outcome = await decideConsent(actor, sessionId, participant.id, form.data, options);
  const { members } = await loadMembers(actor);
  const { givers, proposers } = decisionPage(view, readiness, participant, { actor, workers: members });
  const named = (choices: typeof givers) =>
    Object.fromEntries(choices.map(({ value, label }) => [value, label]));
  return answerEdit(form, outcome, {
    to: paths.consentHistory(sessionId, participant.id),
    labels: kind === "conflict" ? conflictLabels : competenceLabels,
    words: {
      forScopes: scopeHeadings,
      scopes: scopeHeadings,
      proposedBy: named(proposers),
      giver: named(givers),
    },
    reload: async () => {
      const now = await requireParticipant(args, "session.consider");
      return { defaults: decisionDefaults(now.view, now.participant)[kind], version: now.version };
    },
  });
}

export default function DecideConsent() {
  const page = useLoaderData<typeof loader>();
  const { id, participantId, code, name, bar, isLead, seesHistory, inForce, onRecord, competence, conflict } =
    page;
  const stale = useActionData<{ stale?: Stale }>()?.stale;
  if (stale) return <StaleVersion {...stale} />;
  const decides = isLead && bar === null;
  const nothing = competence.length === 0 && conflict.length === 0;
  return (
    <>
      <BackLink to={paths.consent(id)}>Consent</BackLink>
      <PageHeading
        caption={code}
        title={`Decide about the answers of ${name}`}
        lead="A young person’s own no is never decided about. Nobody asks them to change it."
      />
      {decides ? null : <WhoDecides {...page} />}
      {inForce.length > 0 ? (
        <InsetText>
          {inForce.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </InsetText>
      ) : null}
      <Section heading="What is on record">
        <SummaryList
          rows={onRecord.map(({ key, lines }) => ({
            key,
            value: lines.length > 0 ? lines.join("; ") : "Not asked",
          }))}
        />
        {seesHistory ? (
          <p className="govuk-body">
            <TextLink to={paths.consentHistory(id, participantId)}>Every answer and decision</TextLink>
          </p>
        ) : null}
      </Section>
      {nothing ? (
        <p className="govuk-body">There is nothing that a safeguarding lead could decide at the moment.</p>
      ) : null}
      {conflict.length > 0 ? (
        <Section heading="Answers differ">
          {decides ? (
            <ConflictForm {...page} scopes={conflict} defaults={page.defaults.conflict} />
          ) : (
            <About scopes={conflict} />
          )}
        </Section>
      ) : null}
      {competence.length > 0 ? (
        <Section heading="Answering without a parent or carer">
          <p className="govuk-body">
            It takes two people: a worker who knows {name} proposes it, and a safeguarding lead agrees.
          </p>
          {decides ? (
            <CompetenceForm {...page} scopes={competence} defaults={page.defaults.competence} />
          ) : (
            <About scopes={competence} />
          )}
        </Section>
      ) : null}
    </>
  );
}

function About({ scopes }: { scopes: { value: ConsentScope }[] }) {
  const words = listInWords(scopes.map(({ value }) => scopeWords[value]));
  return <p className="govuk-body">{`It can be decided on whether to ${words}.`}</p>;
}

type Who = { bar: string | null; isLead: boolean; leads: string[] };

/** Who can decide, for somebody who cannot. */
function WhoDecides({ bar, isLead, leads }: Who) {
  const who =
    leads.length > 0
      ? ` Here that is ${listInWords(leads)}.`
      : " Nobody here can at the moment: an administrator can give somebody the role.";
  if (isLead && bar) return <WarningText>{`${bar}${who}`}</WarningText>;
  return (
    <InsetText>{`A safeguarding lead who neither plans nor hosts this session decides.${who}`}</InsetText>
  );
}
