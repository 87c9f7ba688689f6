import { DateInput } from "./date-input";
import { Radios } from "./radios";
import { TimeField } from "./text-field";
import { useField } from "~/forms/form-context";

/** When something was said or done: just now, or a date and time in the past. Read by `momentFields`. */
export function MomentFields({ label }: { label: string }) {
  const zone = useField("zone").value;
  return (
    <>
      <input type="hidden" name="zone" value={typeof zone === "string" ? zone : ""} />
      <Radios
        name="when"
        label={label}
        choices={[
          { value: "now", label: "Just now" },
          {
            value: "earlier",
            label: "Earlier",
            reveal: (
              <>
                <DateInput name="date" label="Date" />
                <TimeField name="time" label="Time" />
              </>
            ),
          },
        ]}
      />
    </>
  );
}
