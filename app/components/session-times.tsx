import { useField } from "~/forms/form-context";
import { DateInput } from "./date-input";
import { Radios } from "./radios";
import { TimeField } from "./text-field";

/** Date, start and end. Which of two hours is meant is asked only in the night in which clocks go back. */
export function SessionTimes({ zone, twice }: { zone: string; twice: boolean }) {
  const { error } = useField("occurrence");
  const asksWhich = twice || error !== null;
  return (
    <>
      <DateInput name="date" label="When is it?" hint="For example, 27 3 2027" />
      <TimeField name="start" label="Start" />
      <TimeField name="end" label="End" />
      <input type="hidden" name="zone" value={zone} />
      {asksWhich ? (
        <Radios
          name="occurrence"
          label="Which of the two hours do you mean?"
          choices={[
            { value: "first", label: "The first, before clocks go back" },
            { value: "second", label: "The second, after clocks have gone back" },
          ]}
        />
      ) : null}
    </>
  );
}
