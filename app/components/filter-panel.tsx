import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { FormContext } from "~/forms/form-context";
import type { FormValues } from "~/forms/read-form-data";
import { Button } from "./button";
import { TextLink } from "./text-link";

/** `without` is the same list with this choice taken away. */
export type Chip = { label: string; without: string };
type FilterPanelProps = { values: FormValues; chips: Chip[]; clear: string; children: ReactNode };

/** Narrows a list. The address holds every choice, so that it can be kept, sent and gone back from. */
export function FilterPanel({ values, chips, clear, children }: FilterPanelProps) {
  return (
    <>
      <details className="app-filter" open={chips.length > 0}>
        <summary>Filter this list</summary>
        <FormContext.Provider value={{ values, errors: [] }}>
          <Form method="get" key={clear + chips.map(({ without }) => without).join()}>
            <div className="app-filter__fields">{children}</div>
            <Button kind="secondary">Apply</Button>
          </Form>
        </FormContext.Provider>
      </details>
      {chips.length > 0 ? (
        <ul className="app-chips" aria-label="Filters in use">
          {chips.map(({ label, without }) => (
            <li key={label}>
              <Link to={without} className="app-chip">
                <span className="govuk-visually-hidden">Remove this filter: </span>
                {label} <span aria-hidden="true">×</span>
              </Link>
            </li>
          ))}
          <li>
            <TextLink to={clear}>Clear filters</TextLink>
          </li>
        </ul>
      ) : null}
    </>
  );
}
