import { Fragment } from "react";
import { useField } from "~/forms/form-context";
import { Fieldset } from "./fieldset";
import { chosenOf, describedBy, FormGroup, HintAndError, type FieldTexts } from "./form-group";
import type { Choice } from "./radios";

/** Any number of answers. */
export function Checkboxes({ choices, ...props }: FieldTexts & { choices: Choice[] }) {
  const field = useField(props.name);
  const chosen = chosenOf(field);
  return (
    <FormGroup field={field}>
      <Fieldset legend={props.label} optional={props.optional} describedBy={describedBy(field, props.hint)}>
        <HintAndError field={field} hint={props.hint} />
        <div className="govuk-checkboxes">
          {choices.map((choice, at) => (
            <Box
              key={choice.value}
              id={at === 0 ? field.id : `${field.id}-${at + 1}`}
              name={props.name}
              choice={choice}
              checked={chosen.includes(choice.value)}
            />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
}

/** One box with its statement: "I have seen …". Ticked it posts `yes`. */
export function Tick(props: FieldTexts) {
  const field = useField(props.name);
  return (
    <FormGroup field={field}>
      <HintAndError field={field} hint={null} />
      <div className="govuk-checkboxes">
        <Box
          id={field.id}
          name={props.name}
          choice={{ value: "yes", label: props.label, hint: props.hint }}
          checked={field.value === "yes"}
          error={field.error ? `${field.id}-error` : ""}
        />
      </div>
    </FormGroup>
  );
}

type BoxProps = { id: string; name: string; choice: Choice; checked: boolean; error?: string };

function Box({ id, name, choice, checked, error = "" }: BoxProps) {
  const described = [choice.hint ? `${id}-item-hint` : "", error].filter(Boolean).join(" ");
  return (
    <Fragment>
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          id={id}
          name={name}
          type="checkbox"
          value={choice.value}
          defaultChecked={checked}
          aria-describedby={described || undefined}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          {choice.label}
        </label>
        {choice.hint ? (
          <div id={`${id}-item-hint`} className="govuk-hint govuk-checkboxes__hint">
            {choice.hint}
          </div>
        ) : null}
      </div>
      {choice.reveal ? (
        <div className="govuk-checkboxes__conditional app-conditional">{choice.reveal}</div>
      ) : null}
    </Fragment>
  );
}
