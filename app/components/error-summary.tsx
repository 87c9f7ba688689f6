import { forwardRef, type MouseEvent } from "react";
import { fieldId } from "~/forms/form-context";
import { WHOLE_FORM, type FormError } from "~/forms/validate";

/** What is wrong with a form, each line leading to its field. Takes the focus when a submit was refused. */
export const ErrorSummary = forwardRef<HTMLDivElement, { errors: FormError[] }>(function ErrorSummary(
  { errors },
  ref,
) {
  if (errors.length === 0) return null;
  return (
    <div className="govuk-error-summary" ref={ref} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ name, message }) => (
              <li key={name}>
                {name === WHOLE_FORM ? (
                  message
                ) : (
                  <a href={`#${fieldId(name)}`} onClick={goToField}>
                    {message}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
});

/** Leads to the field without a navigation, which would throw the refused answers away; its question comes into view. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  const question = field.closest("fieldset")?.querySelector("legend") ?? field.closest(".govuk-form-group");
  (question ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}
