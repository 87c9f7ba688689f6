import { useField } from "~/forms/form-context";
import { describedBy, FormGroup, HintAndError, Label, textOf, type FieldTexts } from "./form-group";

/** Text of several lines. */
export function TextArea({ rows = 4, ...props }: FieldTexts & { rows?: number }) {
  const field = useField(props.name);
  return (
    <FormGroup field={field}>
      <Label field={field} label={props.label} optional={props.optional ?? false} />
      <HintAndError field={field} hint={props.hint} />
      <textarea
        className={field.error ? "govuk-textarea govuk-textarea--error" : "govuk-textarea"}
        id={field.id}
        name={props.name}
        rows={rows}
        defaultValue={textOf(field)}
        aria-describedby={describedBy(field, props.hint)}
        aria-invalid={field.error ? true : undefined}
      />
    </FormGroup>
  );
}
