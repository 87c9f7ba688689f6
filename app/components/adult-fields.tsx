import { YesNo } from "./radios";
import { TextField } from "./text-field";

/** Who an adult is: the same questions wherever somebody is put on record. */
export function AdultFields() {
  return (
    <>
      <TextField name="name" label="What is their name?" spellCheck={false} />
      <TextField
        name="email"
        label="What is their contact email?"
        hint="Used to notice when one person is on record twice."
        type="email"
        spellCheck={false}
        optional
      />
      <YesNo
        name="over18"
        label="Are they 18 or over?"
        hint="Your answer is kept with your name. No document is needed here."
      />
    </>
  );
}
