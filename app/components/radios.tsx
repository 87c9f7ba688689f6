import { Fragment, type ReactNode } from "react";
import { useField } from "~/forms/form-context";
import { Fieldset } from "./fieldset";
import { chosenOf, describedBy, FormGroup, HintAndError, type FieldTexts } from "./form-group";

/** `reveal`: questions that belong to this answer. They are always in the page and show once it is chosen. */
export type Choice = { value: string; label: ReactNode; hint?: ReactNode; reveal?: ReactNode };
type RadiosProps = FieldTexts & {
  choices: Choice[];
  /** Side by side, for two or three short answers such as yes and no. */
  inline?: boolean;
  /** Each answer in a card of its own, for a decision that opens a journey. */
  cards?: boolean;
};

/** One of a few answers. The first button has the field's own id, so that the error summary leads to it. */
export function Radios({ choices, inline = false, cards = false, ...props }: RadiosProps) {
  const field = useField(props.name);
  const chosen = chosenOf(field);
  const classes = `govuk-radios${inline ? " govuk-radios--inline" : ""}${cards ? " app-choices--cards" : ""}`;
  return (
    <FormGroup field={field}>
      <Fieldset legend={props.label} optional={props.optional} describedBy={describedBy(field, props.hint)}>
        <HintAndError field={field} hint={props.hint} />
        <div className={classes}>
          {choices.map((choice, at) => {
            const id = at === 0 ? field.id : `${field.id}-${at + 1}`;
            return (
              <Fragment key={choice.value}>
                <div className="govuk-radios__item">
                  <input
                    className="govuk-radios__input"
                    id={id}
                    name={props.name}
                    type="radio"
                    value={choice.value}
                    defaultChecked={chosen.includes(choice.value)}
                    aria-describedby={choice.hint ? `${id}-item-hint` : undefined}
                  />
                  <label className="govuk-label govuk-radios__label" htmlFor={id}>
                    {choice.label}
                  </label>
                  {choice.hint ? (
                    <div id={`${id}-item-hint`} className="govuk-hint govuk-radios__hint">
                      {choice.hint}
                    </div>
                  ) : null}
                </div>
                {choice.reveal ? (
                  <div className="govuk-radios__conditional app-conditional">{choice.reveal}</div>
                ) : null}
              </Fragment>
            );
          })}
        </div>
      </Fieldset>
    </FormGroup>
  );
}

/** Yes or no, as the values `yes` and `no`. */
export function YesNo(props: FieldTexts & { yes?: Omit<Choice, "value">; no?: Omit<Choice, "value"> }) {
  const { yes = { label: "Yes" }, no = { label: "No" }, ...texts } = props;
  const stacked = Boolean(yes.reveal || no.reveal || yes.hint || no.hint);
  const choices = [
    { value: "yes", ...yes },
    { value: "no", ...no },
  ];
  return <Radios {...texts} choices={choices} inline={!stacked} />;
}
