import type { ConsentScope } from "~/domain/record/fields";
import { countOf } from "~/domain/time/words";
import { entriesOf, type FormValues } from "~/forms/read-form-data";
import type { ReadingFigures } from "~/forms/reading-figures";
import { meaningWords, wordingForm, type wordingMeanings } from "~/forms/wording-form";
import { Button, ButtonGroup } from "./button";
import { WarningText } from "./callout";
import { OwnQuestionPreview, type AskedWords } from "./own-question-preview";
import { PageHeading, Section } from "./page-heading";
import { ReadingList } from "./reading-note";
import { SchemaForm } from "./schema-form";

export type Reach = { people: number; sessions: number; signedOff: number };
export type CheckedWording = {
  scope: ConsentScope;
  before: AskedWords;
  after: AskedWords & { meaning: (typeof wordingMeanings)[number] };
  figures: ReadingFigures;
  reach: Reach;
  values: FormValues;
  version: number | null;
};

const NOT_KEPT = new Set(["submissionId", "version", "form", "step"]);

/** The words in use and the new ones side by side, with how they read and whom they reach, before they are put in use. */
export function WordingCheck({ scope, before, after, figures, reach, values, version }: CheckedWording) {
  return (
    <SchemaForm schema={wordingForm} name="publish" version={version ?? undefined}>
      <PageHeading title="Check the words" lead={`${meaningWords[after.meaning]}.`} />
      {entriesOf(values)
        .filter(([name]) => !NOT_KEPT.has(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      {after.meaning === "small" ? null : <Reached {...reach} ends={after.meaning === "ended"} />}
      <div className="app-own-previews">
        <OwnQuestionPreview {...before} scope={scope} caption="In use now" />
        <OwnQuestionPreview {...after} scope={scope} caption="New" />
      </div>
      <Section heading="How easy the new words are to read">
        <ReadingList figures={figures} />
        <p className="govuk-body-s">
          This is counted, for English. It is advice: ask young people whether they understand it.
        </p>
      </Section>
      <ButtonGroup>
        <Button>Put the new words in use</Button>
        <Button kind="secondary" name="step" value="edit">
          Go on writing
        </Button>
      </ButtonGroup>
    </SchemaForm>
  );
}

function Reached({ people, sessions, signedOff, ends }: Reach & { ends: boolean }) {
  if (people === 0) return <p className="govuk-body">Nobody has said yes to this for a session to come.</p>;
  const who = `${countOf(people, "young person is", "young people are")} asked again, in ${countOf(sessions, "session", "sessions")} to come.`;
  if (!ends) return <p className="govuk-body">{who} Their answers count until then.</p>;
  const lapse = signedOff > 0 ? ` ${countOf(signedOff, "sign-off lapses", "sign-offs lapse")} now.` : "";
  return <WarningText>{`${who} Their answers stop counting now.${lapse}`}</WarningText>;
}
