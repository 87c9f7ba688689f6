import { Form } from "@remix-run/react";
import { useState } from "react";
import { v4 as uuid } from "uuid";
import { keepSent } from "~/forms/last-sent";
import { entriesOf } from "~/forms/read-form-data";
import type { Stale, StaleAnswer, StaleField } from "~/forms/stale";
import { Button, ButtonGroup } from "./button";
import { PageHeading } from "./page-heading";
import { TextLink } from "./text-link";

/** Both answers side by side after someone else saved first. What is not chosen otherwise stays as the person typed it. */
export function StaleVersion(props: Stale) {
  const { changedBy, changedAt, fields, values, storedVersion, back } = props;
  const [submissionId] = useState(() => uuid());
  const different = fields.filter(({ yours, stored }) => yours.shown !== stored.shown);
  const chosen = new Set(different.filter(isSingle).map(({ name }) => name));
  const hidden = entriesOf(values).filter(
    ([name]) => !chosen.has(name) && name !== "submissionId" && name !== "version",
  );
  const saved = [
    changedBy ? `${changedBy} saved a change` : "A change was saved",
    changedAt ? `on ${changedAt}` : "in the meantime",
  ];
  return (
    <Form method="post" noValidate onSubmit={({ currentTarget }) => void keepSent(currentTarget, null)}>
      <PageHeading
        title="This has changed since you opened it"
        lead={`${saved.join(" ")}. Nothing of it is overwritten and nothing that you typed is lost: choose what to keep.`}
      />
      <input type="hidden" name="submissionId" defaultValue={submissionId} suppressHydrationWarning />
      <input type="hidden" name="version" value={storedVersion} />
      {hidden.map(([name, value], at) => (
        <input key={`${name}${at}`} type="hidden" name={name} value={value} />
      ))}
      {different.map((field) => (
        <Comparison key={field.name} field={field} />
      ))}
      {different.length === 0 ? <p className="govuk-body">Both versions say the same.</p> : null}
      <ButtonGroup>
        <Button>Save what is chosen</Button>
        <TextLink to={back}>Leave everything as it is stored</TextLink>
      </ButtonGroup>
    </Form>
  );
}

function Comparison({ field }: { field: StaleField }) {
  return (
    <fieldset className="app-compare">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{field.label}</legend>
      <div className="app-compare__sides govuk-radios govuk-radios--small">
        <Side
          field={field}
          whose="Yours, not saved yet"
          answer={field.yours}
          id={`${field.name}-yours`}
          checked
        />
        <Side field={field} whose="Stored now" answer={field.stored} id={`${field.name}-stored`} />
      </div>
      {isSingle(field) ? null : <p className="govuk-hint">Saving here keeps yours.</p>}
    </fieldset>
  );
}

type SideProps = { field: StaleField; whose: string; answer: StaleAnswer; id: string; checked?: boolean };

function Side({ field, whose, answer, id, checked = false }: SideProps) {
  return (
    <div className="app-compare__side">
      {isSingle(field) ? (
        <div className="govuk-radios__item">
          <input
            className="govuk-radios__input"
            type="radio"
            id={id}
            name={field.name}
            value={answer.value}
            defaultChecked={checked}
          />
          <label className="govuk-label govuk-radios__label" htmlFor={id}>
            {whose}
          </label>
        </div>
      ) : (
        <p className="app-compare__whose">{whose}</p>
      )}
      <p className="app-compare__value">{answer.shown || "Nothing"}</p>
    </div>
  );
}

/** A choice can stand for the field itself where the field is one value. */
function isSingle({ yours, stored }: StaleField): boolean {
  return yours.value !== undefined && stored.value !== undefined;
}
