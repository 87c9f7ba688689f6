import { fieldId, useField, type Field } from "~/forms/form-context";
import { Fieldset } from "./fieldset";
import { describedBy, FormGroup, HintAndError, type FieldTexts } from "./form-group";

const PARTS = [
  { part: "day", label: "Day", width: 2 },
  { part: "month", label: "Month", width: 4 },
  { part: "year", label: "Year", width: 4 },
] as const;

/** A date in three fields, read by `dateField`. The month may be a number or a word. */
export function DateInput({ hint = "For example, 27 3 2026 or 27 mar 2026", ...props }: FieldTexts) {
  const field = useField(props.name);
  return (
    <FormGroup field={field}>
      <Fieldset legend={props.label} optional={props.optional} describedBy={describedBy(field, hint)}>
        <HintAndError field={field} hint={hint} />
        <div className="govuk-date-input">
          {PARTS.map((each) => (
            <DatePart key={each.part} {...each} name={`${props.name}.${each.part}`} whole={field} />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
}

type DatePartProps = { part: string; label: string; width: number; name: string; whole: Field };

function DatePart({ part, label, width, name, whole }: DatePartProps) {
  const field = useField(name);
  // An error of the whole date leads to its first field, which then has the id that the error summary links to.
  const wholly = whole.error !== null && whole.parts.length === 0;
  const id = part === "day" && wholly ? whole.id : fieldId(name);
  const wrong = wholly || field.error !== null;
  return (
    <div className="govuk-date-input__item">
      <div className="govuk-form-group">
        <label className="govuk-label govuk-date-input__label" htmlFor={id}>
          {label}
        </label>
        <input
          className={`govuk-input govuk-date-input__input govuk-input--width-${width}${wrong ? " govuk-input--error" : ""}`}
          id={id}
          name={name}
          type="text"
          inputMode={part === "month" ? "text" : "numeric"}
          autoComplete="off"
          spellCheck={false}
          defaultValue={typeof field.value === "string" ? field.value : ""}
          aria-invalid={wrong ? true : undefined}
        />
      </div>
    </div>
  );
}
