import type { ReactNode } from "react";
import type { Field } from "~/forms/form-context";

/** What every field may say of itself. `optional` adds "(optional)" to the label. */
export type FieldTexts = { name: string; label: ReactNode; hint?: ReactNode; optional?: boolean };

/** One question: its hint and error stand between label and control, and the control names them. */
export function FormGroup({ field, children }: { field: Field; children: ReactNode }) {
  const wrong = field.error ? " govuk-form-group--error" : "";
  return <div className={`govuk-form-group${wrong}`}>{children}</div>;
}

export function Label({ field, label, optional }: Pick<FieldTexts, "label" | "optional"> & { field: Field }) {
  return (
    <label className="govuk-label" htmlFor={field.id}>
      {label}
      {optional ? <span className="app-optional"> (optional)</span> : null}
    </label>
  );
}

export function HintAndError({ field, hint }: { field: Field; hint: ReactNode }) {
  return (
    <>
      {hint ? (
        <div id={`${field.id}-hint`} className="govuk-hint">
          {hint}
        </div>
      ) : null}
      {field.error ? (
        <p id={`${field.id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {field.error.message}
        </p>
      ) : null}
    </>
  );
}

/** The value of `aria-describedby` for a control with this hint and error. */
export function describedBy(field: Field, hint: ReactNode): string | undefined {
  const ids = [hint ? `${field.id}-hint` : "", field.error ? `${field.id}-error` : ""];
  return ids.filter(Boolean).join(" ") || undefined;
}

/** The text to show in a control of one line or several. */
export function textOf(field: Field): string {
  return typeof field.value === "string" ? field.value : "";
}

/** The values of the boxes or buttons that are chosen. */
export function chosenOf(field: Field): string[] {
  if (typeof field.value === "string") return [field.value];
  return Array.isArray(field.value) ? field.value : [];
}
