import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { InsetText } from "~/components/callout";
import { Tick } from "~/components/checkboxes";
import { consentPage, type Waiting } from "~/components/consent-page";
import { ConsentQuestions } from "~/components/consent-questions";
import { DateInput } from "~/components/date-input";
import { Details } from "~/components/details";
import { titled } from "~/components/document-title";
import { GiverField } from "~/components/giver-field";
import { MomentFields } from "~/components/moment-fields";
import { markOfQuestions } from "~/components/paper-form-sheets";
import { PageHeading, Section } from "~/components/page-heading";
import { asChoices } from "~/components/participant-fields";
import { Radios } from "~/components/radios";
import { QuestionWithoutWords } from "~/components/question-without-words";
import { SchemaForm } from "~/components/schema-form";
import { TextLink } from "~/components/text-link";
import { findCurrentWordings } from "~/data/consent-wordings.server";
import { defaultWordingLanguage } from "~/domain/defaults/consent-wordings";
import { answerLabels, answersOnRecord, consentForm, staffRouteWords } from "~/forms/consent-form";
import { confirmConsentForm } from "~/forms/confirm-consent-form";
import { momentDefaults } from "~/forms/moment-field";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerEdit } from "~/http/answer.server";
import { requireParticipant } from "~/http/participant-page.server";
import { paths } from "~/paths";
import { newestSeq, recordConsent } from "~/services/record-consent.server";

export const handle = titled<{ code: string }>(({ code }) => `Record what ${code} answers`);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, readiness, view, participant } = await requireParticipant(args);
  const words = await findCurrentWordings(actor, defaultWordingLanguage);
  const { id, zone } = record.session;
  const page = consentPage(view, readiness, participant, words);
  const paper = isFromPaper(args.request) ? markOfQuestions(view, participant, words) : null;
  return { id, participantId: participant.id, zone, paper, ...page };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, participant } = await requireParticipant(args);
  const form = await parseForm(consentForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const options = { seen: form.version, submission };
  const outcome = await recordConsent(actor, sessionId, participant.id, form.data, options);
  return answerEdit(form, outcome, {
    to: isFromPaper(args.request) ? paths.recordFromPaper(sessionId) : paths.consent(sessionId),
    labels: answerLabels,
    reload: async () => {
      const { record } = await requireParticipant(args);
      return {
        defaults: answersOnRecord(record.consentEvents, participant.id, form.data.giver),
        version: newestSeq(record.consentEvents, participant.id),
      };
    },
  });
}

/** Whether somebody has this person's paper form before them. */
function isFromPaper(request: Request): boolean {
  return new URL(request.url).searchParams.get("from") === "paper";
}

export default function RecordConsent() {
  const page = useLoaderData<typeof loader>();
  const { id, participantId, name, code, questions, zone, seen, paper } = page;
  const moment = momentDefaults(zone);
  return (
    <>
      <BackLink to={paths.consent(id)}>Consent</BackLink>
      <PageHeading
        caption={code}
        title={`Record what ${name} answers`}
        lead="Ask only in the words below. Every yes and no stands for itself: a no to one thing keeps nobody out of the session."
      />
      <p className="govuk-body">
        {page.canWithdraw ? (
          <TextLink to={paths.changeOfMind(id, participantId)}>They changed their mind</TextLink>
        ) : null}
        {page.canWithdraw ? " · " : null}
        {page.answered > 0 ? (
          <TextLink to={paths.consentHistory(id, participantId)}>Everything on record</TextLink>
        ) : null}
        {page.answered > 0 && page.canBeDecided ? " · " : null}
        {page.canBeDecided ? (
          <TextLink to={paths.decideConsent(id, participantId)}>What a safeguarding lead can decide</TextLink>
        ) : null}
      </p>
      {page.waiting.map((one) => (
        <WaitingYes
          key={one.answerIds.join()}
          {...one}
          name={name}
          confirmAt={paths.confirmConsent(id, participantId)}
        />
      ))}
      {paper ? (
        <InsetText>
          The form has to say <strong>Words {paper}</strong> at the bottom. If it says something else, it asks
          or tells something else than this page: print a new one, and ask again.
        </InsetText>
      ) : null}
      {page.unworded ? <QuestionWithoutWords /> : null}
      <SchemaForm schema={consentForm} defaults={paper ? { ...moment, how: "paper" } : moment} version={seen}>
        <GiverField name={name} known={page.knownGivers} onlyThemselves={page.onlyThemselves} />
        <Section heading="What did they say?">
          <p className="govuk-hint">
            Leave out what was not asked. Where somebody else answers, the questions are about {name}.
          </p>
          <input type="hidden" name="firstScope" value={questions[0]?.scope ?? "take_part"} />
          <ConsentQuestions questions={questions} />
        </Section>
        <Section heading="How do you know?">
          <Radios name="how" label="How did they tell you?" choices={asChoices(staffRouteWords)} />
          <MomentFields label="When did they tell you?" />
          <Tick name="understood" label="They understood what they were asked, and were not pressed" />
          {page.afterNo ? (
            <Tick
              name="spokenWith"
              label="I have spoken with them"
              hint="A yes after a no counts only once somebody has spoken with the person."
            />
          ) : null}
          <Details summary="They said yes only until a certain day">
            <DateInput name="until" label="Last day of their yes" optional />
          </Details>
        </Section>
        <Button>Save the answer</Button>
      </SchemaForm>
    </>
  );
}

type WaitingYesProps = Waiting & { name: string; confirmAt: string };

function WaitingYes({ giver, scopes, answerIds, name, confirmAt }: WaitingYesProps) {
  return (
    <InsetText>
      <p>
        A yes about {name} follows a no. It counts once somebody who has spoken with whoever said it says so.
      </p>
      <p>
        {giver}: <strong>{scopes.join(", ")}</strong>
      </p>
      <SchemaForm schema={confirmConsentForm} name="confirm" action={confirmAt}>
        {answerIds.map((id) => (
          <input key={id} type="hidden" name="answerIds" value={id} />
        ))}
        <Button kind="secondary">I have spoken with them: it is a yes</Button>
      </SchemaForm>
    </InsetText>
  );
}
