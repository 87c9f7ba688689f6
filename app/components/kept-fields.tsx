import { DateInput } from "./date-input";
import { YesNo } from "./radios";
import { TextField } from "./text-field";

/** Whether something is kept, and while it is: why, where, who sees it and until when. */
export function KeptFields({ name, label, hint }: { name: string; label: string; hint?: string }) {
  return (
    <YesNo
      name={`${name}.on`}
      label={label}
      hint={hint}
      no={{ label: "No" }}
      yes={{
        label: "Yes",
        reveal: (
          <>
            <TextField
              name={`${name}.reason`}
              label="Why?"
              hint="A clear reason that you can tell young people."
            />
            <TextField name={`${name}.keptWhere`} label="Where is it kept?" />
            <TextField name={`${name}.seenBy`} label="Who sees it?" />
            <DateInput name={`${name}.deleteBy`} label="By when is it deleted?" />
          </>
        ),
      }}
    />
  );
}

/** What our photos are for and until when they are kept, as young people are told it. */
export function ImagesUse() {
  return (
    <>
      <TextField
        name="imagesUse.purpose"
        label="What are they for?"
        hint="Young people are told this. For example, our web page."
        optional
      />
      <DateInput name="imagesUse.until" label="Until when are they kept?" optional />
    </>
  );
}

/** Where we show the recording again and until when, as young people are told it. */
export function ReplayUse() {
  return (
    <>
      <TextField
        name="replayUse.where"
        label="Where is it shown?"
        hint="Young people are told this. For example, our web page."
        optional
      />
      <DateInput name="replayUse.until" label="Until when is it shown?" optional />
    </>
  );
}
