import { DateInput } from "./date-input";
import { Radios } from "./radios";
import { TextField } from "./text-field";

/** What the organiser told us about what becomes of the stream, and who told us when. */
export function ToldFields({ name, label, about }: { name: string; label: string; about: string }) {
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
                <DateInput name={`${name}.until`} label="Until when, if they said?" optional />
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
