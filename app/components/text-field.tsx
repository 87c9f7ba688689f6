import { useField } from "~/forms/form-context";
import { describedBy, FormGroup, HintAndError, Label, textOf, type FieldTexts } from "./form-group";

type Width = 2 | 3 | 4 | 5 | 10 | 20 | 30;
type TextFieldProps = FieldTexts & {
  /** About how many characters are expected; the whole width when not given. */
  width?: Width;
  type?: "text" | "email" | "tel" | "password" | "search";
  autoComplete?: string;
  inputMode?: "numeric" | "text" | "email";
  /** Off for names, codes and addresses. */
  spellCheck?: boolean;
};

/** One line of text. A password is never filled in again. */
export function TextField({ type = "text", width, spellCheck, ...props }: TextFieldProps) {
  const field = useField(props.name);
  const narrow = width ? ` govuk-input--width-${width}` : "";
  const wrong = field.error ? " govuk-input--error" : "";
  return (
    <FormGroup field={field}>
      <Label field={field} label={props.label} optional={props.optional ?? false} />
      <HintAndError field={field} hint={props.hint} />
      <input
        className={`govuk-input${narrow}${wrong}`}
        id={field.id}
        name={props.name}
        type={type}
        defaultValue={type === "password" ? undefined : textOf(field)}
        aria-describedby={describedBy(field, props.hint)}
        aria-invalid={field.error ? true : undefined}
        autoComplete={props.autoComplete ?? "off"}
        inputMode={props.inputMode}
        spellCheck={spellCheck}
      />
    </FormGroup>
  );
}

/** A local time in one field, as people write it: 6pm, 6:00pm or 18:00. */
export function TimeField(props: FieldTexts) {
  return <TextField hint="For example, 6pm or 18:30" {...props} width={10} spellCheck={false} />;
}

/** A whole number in digits. */
export function NumberField({ width = 4, ...props }: FieldTexts & { width?: Width }) {
  return <TextField {...props} width={width} inputMode="numeric" spellCheck={false} />;
}
