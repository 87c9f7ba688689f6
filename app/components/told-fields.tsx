import { DateInput } from "./date-input";
import { Radios } from "./radios";
import { TextField } from "./text-field";

type Props = {
  name: string;
  label: string;
  about: string;
  /** How the question on how long is put, with a hint where it has to be known. */
  until: { label: string; hint?: string };
};

/** What the organiser told us about what becomes of the stream, and who told us when. */
export function ToldFields({ name, label, about, until }: Props) {
  return (
    <>
      <Radios
        name={`${name}.answer`}
        label={label}
        choices={[
          {
            value: "yes",
            label: "Yes",
            reveal: (
              <>
                <TextField name={`${name}.where`} label="Where?" />
                <DateInput name={`${name}.until`} {...until} optional={!until.hint} />
              </>
            ),
          },
          { value: "no", label: "No" },
          {
            value: "not_known",
            label: "They have not said",
            hint: "It has to be known before young people take part.",
          },
        ]}
      />
      <TextField name={`${name}.toldBy`} label={`Who told you about ${about}?`} />
      <DateInput name={`${name}.toldOn`} label={`When did they tell you about ${about}?`} />
    </>
  );
}
