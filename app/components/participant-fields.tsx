import { routeChoices } from "~/domain/people/route-words";
import type { Exposure } from "~/domain/people/exposure";
import { exposureWords, needWords } from "~/forms/participant-form";
import { Checkboxes, Tick } from "./checkboxes";
import { DateInput } from "./date-input";
import { Section } from "./page-heading";
import { Radios } from "./radios";
import { TextField } from "./text-field";

type ParticipantFieldsProps = {
  /** The ways of being noticed that this session uses. */
  ways: Exposure[];
  /** Whose statement it is that nothing of the person is captured. */
  signedInAs: string;
};

/** What is asked about somebody who takes part, and nothing more. */
export function ParticipantFields({ ways, signedInAs }: ParticipantFieldsProps) {
  return (
    <>
      <Radios
        name="nameCheck"
        label="How do you know that this name does not say who they are?"
        choices={[
          {
            value: "surname",
            label: "Check it against their surname",
            hint: "Held for this check only. Never shown, and left out of exports.",
            reveal: (
              <>
                <TextField name="firstName" label="First name" optional spellCheck={false} />
                <TextField name="surname" label="Surname" spellCheck={false} />
              </>
            ),
          },
          {
            value: "no_surname",
            label: "We hold no surname, and I state that the name does not identify them",
          },
        ]}
      />
      <DateInput
        name="birth"
        label="When were they born?"
        hint="As exactly as you hold it: 27 3 2010, or month and year, or the year alone. Without a day, they count as the youngest they could be."
      />
      <Radios name="accessRoute" label="How do they join?" choices={asChoices(routeChoices)} />
      <Checkboxes
        name="needs"
        label="What helps them take part?"
        hint="Ask them. Only what helps, never why."
        optional
        choices={asChoices(needWords)}
      />
      <Section heading="How others notice them">
        {ways.length > 0 ? (
          <Checkboxes
            name="exposure"
            label="In this session, this young person"
            hint="Take a tick away to switch it off for them alone."
            choices={ways.map((way) => ({ value: way, label: exposureWords[way] }))}
          />
        ) : (
          <p className="govuk-body">
            This session shows no camera, voice, name or chat of young people. Its platform settings say so.
          </p>
        )}
        <Tick
          name="notCaptured"
          label="Nothing of them reaches the stream or a recording"
          hint={`They agreed to this, and I, ${signedInAs}, state it.`}
        />
      </Section>
    </>
  );
}

/** The name that others see. */
export function DisplayNameField() {
  return (
    <TextField
      name="displayName"
      label="What name do others see?"
      hint="A first name or a made-up name. No surname, school, email address or year of birth."
      width={20}
      spellCheck={false}
    />
  );
}

export function asChoices<V extends string>(words: Record<V, string>) {
  return Object.entries<string>(words).map(([value, label]) => ({ value, label }));
}
