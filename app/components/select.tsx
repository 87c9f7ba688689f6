import { useField } from "~/forms/form-context";
import { describedBy, FormGroup, HintAndError, Label, textOf, type FieldTexts } from "./form-group";

type SelectProps = FieldTexts & {
  options: { value: string; label: string }[];
  /** The first, empty choice: "Choose a platform". Left out when there is always an answer. */
  empty?: string;
};

/** One of many answers, where a list of radio buttons would be too long. */
export function Select({ options, empty, ...props }: SelectProps) {
  const field = useField(props.name);
  return (
    <FormGroup field={field}>
      <Label field={field} label={props.label} optional={props.optional ?? false} />
      <HintAndError field={field} hint={props.hint} />
      <select
        className={field.error ? "govuk-select govuk-select--error" : "govuk-select"}
        id={field.id}
        name={props.name}
        defaultValue={textOf(field)}
        aria-describedby={describedBy(field, props.hint)}
        aria-invalid={field.error ? true : undefined}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
