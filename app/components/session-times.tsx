import { useState } from "react";
import { useField } from "~/forms/form-context";
import { Tick } from "./checkboxes";
import { DateInput } from "./date-input";
import { Details } from "./details";
import { Radios } from "./radios";
import { Select } from "./select";
import { TimeField } from "./text-field";
import { usualZone } from "~/domain/time/zone";

/**
 * Date, start and end. Which of two hours is meant is asked only in the night in which clocks go back, and whether it
 * ends on the next day only of a long one. `zones`: the time zones to choose from.
 */
export function SessionTimes({ zones }: { zones: readonly string[] }) {
  const asksWhich = useAsked("occurrence");
  const asksOvernight = useAsked("endsNextDay");
  const zone = useField("zone");
  const elsewhere = zone.error !== null || (zone.value ?? usualZone) !== usualZone;
  return (
    <>
      <DateInput name="date" label="When is it?" hint="For example, 27 3 2027" />
      <TimeField name="start" label="Start" />
      <TimeField name="end" label="End" />
      {asksOvernight ? <Tick name="endsNextDay" label="It ends on the next day" /> : null}
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
      <Details summary="Another time zone" open={elsewhere}>
        <Select
          name="zone"
          label="Time zone"
          hint="The times above are what clocks show there."
          options={zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
        />
      </Details>
    </>
  );
}

/** Whether a question is shown: once it is answered or missing, and from then on, so that no answer is lost again. */
function useAsked(name: string): boolean {
  const { error, value } = useField(name);
  const needed = error !== null || (value ?? "") !== "";
  const [asked, ask] = useState(needed);
  if (needed && !asked) ask(true);
  return needed || asked;
}
