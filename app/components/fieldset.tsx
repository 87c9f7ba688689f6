import type { ReactNode } from "react";

type FieldsetProps = {
  legend: ReactNode;
  describedBy?: string | undefined;
  optional?: boolean | undefined;
  /** `m` for a group of several questions; the default is as large as a label. */
  size?: "s" | "m";
  children: ReactNode;
};

export function Fieldset({ legend, describedBy, optional, size = "s", children }: FieldsetProps) {
  const large = size === "m" ? " govuk-fieldset__legend--m" : "";
  return (
    <fieldset className="govuk-fieldset" aria-describedby={describedBy}>
      <legend className={`govuk-fieldset__legend${large}`}>
        {legend}
        {optional ? <span className="app-optional"> (optional)</span> : null}
      </legend>
      {children}
    </fieldset>
  );
}
