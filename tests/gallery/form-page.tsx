import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Button, ButtonGroup, LinkButton } from "~/components/button";
import { Checkboxes, Tick } from "~/components/checkboxes";
import { DateInput } from "~/components/date-input";
import { Details } from "~/components/details";
import { PageHeading } from "~/components/page-heading";
import { Radios, YesNo } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { Select } from "~/components/select";
import { TextArea } from "~/components/text-area";
import { NumberField, TextField, TimeField } from "~/components/text-field";
import { choices, choice, requiredTick, yesNo } from "~/forms/choice";
import { dateField } from "~/forms/date-field";
import type { FormValues } from "~/forms/read-form-data";
import { line, optionalParagraphs } from "~/forms/text";
import { timeField } from "~/forms/time-field";
import { validate } from "~/forms/validate";
import { wholeNumber } from "~/forms/whole-number";

const schema = z.object({
  title: line({ label: "Title", enter: "Enter a title", max: 100 }),
  kind: choice(["host", "join"], { select: "Select who runs the session" }),
  date: dateField({ label: "Session date", enter: "Enter the date of the session" }),
  start: timeField({ label: "Start time", enter: "Enter a start time" }),
  minutes: wholeNumber({ label: "Length", enter: "Enter how long it lasts", min: 5, max: 480 }),
  place: line({ label: "Place", enter: "Enter where you will film", max: 200 }),
  mode: choice(["zoom"], { select: "Select a platform" }),
  recorded: yesNo({ select: "Select yes if it will be recorded" }),
  features: choices(["captions", "bsl"], { select: "Select which features are arranged" }),
  notes: optionalParagraphs({ label: "Notes", max: 500 }),
  seen: requiredTick({ confirm: "Confirm that the place has nothing in shot that tells where it is" }),
});

export const typed: FormValues = {
  title: "Ask us anything",
  kind: "join",
  date: { day: "10", month: "dec", year: "26" },
  start: "5",
  minutes: "40",
  place: "",
  mode: "",
  recorded: "yes",
  features: ["captions"],
  notes: "",
};

export const refusedAnswers = { values: typed, errors: errorsOf(typed) };

function errorsOf(values: FormValues) {
  const result = validate(schema, values);
  return result.ok ? [] : result.errors;
}

export function FormPage() {
  return (
    <>
      <BackLink to="/sessions/1" />
      <SchemaForm
        schema={schema}
        version={3}
        defaults={{ ...typed, date: { day: "10", month: "12", year: "2026" } }}
      >
        <PageHeading
          caption="Ask us anything"
          title="Details"
          lead="What happens, when and where. You can save and come back."
        />
        <Radios
          name="kind"
          label="Who runs the session?"
          cards
          choices={[
            {
              value: "host",
              label: "We run our own",
              hint: "You choose the platform and invite the audience.",
            },
            {
              value: "join",
              label: "We join someone else’s",
              hint: "Another organisation streams; your young people take part or watch.",
              reveal: <TextField name="organiser" label="Organiser" />,
            },
          ]}
        />
        <TextField
          name="title"
          label="Title"
          hint="Shown to the audience. Never a young person’s full name."
        />
        <DateInput name="date" label="Session date" />
        <TimeField name="start" label="Start time" />
        <NumberField name="minutes" label="How many minutes does it last?" />
        <TextField name="place" label="Where will you film?" />
        <Select
          name="mode"
          label="Platform"
          empty="Choose a platform"
          options={[
            { value: "zoom", label: "Zoom – meeting" },
            { value: "youtube", label: "YouTube – private" },
          ]}
        />
        <YesNo
          name="recorded"
          label="Will it be recorded?"
          yes={{ label: "Yes", reveal: <TextField name="why" label="What is the recording for?" /> }}
        />
        <Checkboxes
          name="features"
          label="What is arranged?"
          optional
          choices={[
            { value: "captions", label: "Live captions" },
            {
              value: "bsl",
              label: "British Sign Language interpreter",
              hint: "Book at least two weeks before.",
            },
          ]}
        />
        <TextArea
          name="notes"
          label="Notes for colleagues"
          optional
          hint="Do not write about a young person here."
        />
        <Tick
          name="seen"
          label="I have looked: nothing in shot tells where it is"
          hint="No school names, street signs or uniforms."
        />
        <Details summary="Why do you ask where we film?">
          <p className="govuk-body">
            The NSPCC says: film in an open, appropriate place, never in a bedroom.
          </p>
        </Details>
        <ButtonGroup>
          <Button>Save and continue</Button>
          <Button kind="secondary" name="intent" value="later">
            Save and come back later
          </Button>
          <LinkButton to="/sessions/1/cancel" kind="warning">
            Cancel the session
          </LinkButton>
        </ButtonGroup>
      </SchemaForm>
    </>
  );
}
