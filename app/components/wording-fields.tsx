import { pictureName } from "~/domain/consent/short-version";
import { meaningWords, pictureWords, shortPlaces } from "~/forms/wording-form";
import { Fieldset } from "./fieldset";
import { Radios } from "./radios";
import { ReadingNote } from "./reading-note";
import { Select } from "./select";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

const pictures = pictureName.options.map((value) => ({ value, label: pictureWords[value] }));

const meaningHints = {
  small: "Nobody is asked again.",
  changed:
    "For sessions still to come, everybody who said yes is asked again. Their answer counts until then, and no sign-off lapses.",
  ended:
    "Answers from before stop counting at once and for good. Sessions wait until everybody has answered, and sign-offs that rest on them lapse.",
};

/** The words of a question, its short version with pictures, and what the change means. */
export function WordingFields() {
  return (
    <>
      <TextArea
        name="words"
        label="The question"
        hint="Short sentences, one idea each. “Cannot” instead of “can’t”. Say what happens, and promise only what you can keep."
        rows={5}
      />
      <ReadingNote name="words" />
      <Fieldset legend="The short version" size="m">
        <p className="govuk-hint">
          Up to three lines, each beside a picture. Young people read them first. Leave a line empty to leave
          it out.
        </p>
        {shortPlaces.map((name, at) => (
          <div key={name} className="app-short-line">
            <TextField name={`${name}.line`} label={`Line ${at + 1}`} optional />
            <Select
              name={`${name}.picture`}
              label={`Picture ${at + 1}`}
              options={pictures}
              empty="Choose a picture"
            />
          </div>
        ))}
      </Fieldset>
      <Radios
        name="meaning"
        label="What does the change mean?"
        choices={(["small", "changed", "ended"] as const).map((value) => ({
          value,
          label: meaningWords[value],
          hint: meaningHints[value],
        }))}
      />
    </>
  );
}
