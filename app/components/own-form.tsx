import type { ReactNode } from "react";
import type { FormError, Rejected } from "~/forms/validate";
import { WHOLE_FORM } from "~/forms/validate";

type OwnFormProps = {
  /** Names this very form, so that sending it twice saves once. */
  formId: string;
  /** The link that it belongs to; none before the small check. */
  request?: string;
  action?: string;
  children: ReactNode;
};

/** A form as every phone sends it. */
export function OwnForm({ formId, request, action, children }: OwnFormProps) {
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="submissionId" value={formId} />
      {request ? <input type="hidden" name="request" value={request} /> : null}
      {children}
    </form>
  );
}

/** What has to be put right, read out as soon as the page is there. */
export function Mistakes({ errors }: { errors: FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="mistakes" role="alert">
      <h2>Please look again</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li key={name}>{name === WHOLE_FORM ? message : <a href={`#${name}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

type OwnFieldProps = {
  name: string;
  label: string;
  hint?: string;
  errors: FormError[];
  numeric?: boolean;
  value?: string;
};

/** A short text, or a number of two digits. Nothing of it is remembered by the phone. */
export function OwnField({ name, label, hint, errors, numeric = false, value = "" }: OwnFieldProps) {
  const error = errors.find((one) => one.name === name);
  const about = [hint ? `${name}-hint` : null, error ? `${name}-error` : null].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint ? <p id={`${name}-hint`}>{hint}</p> : null}
      {error ? (
        <p id={`${name}-error`} className="error">
          {error.message}
        </p>
      ) : null}
      <input
        id={name}
        name={name}
        type="text"
        className={numeric ? "short" : undefined}
        inputMode={numeric ? "numeric" : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={value}
        aria-describedby={about || undefined}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}

/** The errors of a form that was sent and refused. */
export function errorsIn(answer: { rejected: Rejected } | undefined): FormError[] {
  return answer?.rejected.errors ?? [];
}
