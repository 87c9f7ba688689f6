import { gateWords, levelWords, ratioBands, vettedRoleNames, vettedRoles } from "~/forms/policy-form";
import { choicesOf } from "./choices-of";
import { DateInput } from "./date-input";
import { Section } from "./page-heading";
import { Radios, YesNo } from "./radios";
import { Select } from "./select";
import { TextArea } from "./text-area";
import { NumberField } from "./text-field";

const levels = Object.entries(levelWords).map(([value, label]) => ({ value, label }));

/** Everything that an organisation decides for itself. */
export function PolicyFields() {
  return (
    <>
      <DateInput name="effectiveFrom" label="From which session date does it hold?" />
      <Section heading="Consent">
        <NumberField name="parentConsentUnder" label="Below which age does a parent or carer answer too?" />
        <YesNo
          name="parentConsentFrom16"
          label="Does a parent or carer answer too for 16 and 17-year-olds?"
        />
        <NumberField
          name="competenceFrom"
          label="From which age can a competence decision replace a parent’s answer?"
          hint="A safeguarding lead who neither plans nor hosts takes it, for named scopes."
        />
        <YesNo name="competenceCoversPublic" label="Can it cover public streams and showing again?" />
        <Radios name="consentGate" label="What does missing consent do?" choices={choicesOf(gateWords)} />
        <NumberField name="seriesConsentMonths" label="For how many months does consent for a series hold?" />
      </Section>
      <Section heading="Adults">
        <NumberField name="minimumAdults" label="How many adults are present at least?" />
        <NumberField
          name="minimumObservers"
          label="How many of them only watch, and do not host?"
          hint="At least one. That is the NSPCC’s advice, not a setting."
        />
        {ratioBands.map(({ name, words }) => (
          <NumberField key={name} name={name} label={`How many children aged ${words} for each adult?`} />
        ))}
      </Section>
      <Section heading="Vetting and training">
        <NumberField name="vettingMonths" label="After how many months is a vetting re-check due?" />
        <NumberField name="trainingMonths" label="After how many months is safeguarding training renewed?" />
        {vettedRoleNames.map((role) => (
          <Select
            key={role}
            name={role}
            label={`Which vetting level does this role need: ${vettedRoles[role].toLowerCase()}?`}
            options={levels}
            empty="Not decided: any check counts"
            optional
          />
        ))}
      </Section>
      <Section heading="Checks and plans">
        <NumberField name="platformReviewMonths" label="After how many months is a platform checked again?" />
        <NumberField name="statementMonths" label="After how many months is a statement renewed?" />
        <NumberField
          name="riskAssessmentDays"
          label="How many days before a session is its risk assessment agreed?"
          hint="Later only warns."
        />
        <NumberField
          name="lengthMinutes"
          label="From how many minutes on is a session long?"
          hint="Longer only warns."
        />
        <TextArea
          name="flaggedTopics"
          label="Which topics need a plan for those whom they affect?"
          hint="One on a line."
          rows={8}
          optional
        />
      </Section>
    </>
  );
}
