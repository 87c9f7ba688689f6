import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";

type Kind = "primary" | "secondary" | "warning";
type ButtonProps = { children: ReactNode; kind?: Kind; name?: string; value?: string };

const KINDS: Record<Kind, string> = {
  primary: "govuk-button",
  secondary: "govuk-button govuk-button--secondary",
  warning: "govuk-button govuk-button--warning",
};

/** Sends the form that it stands in. One primary button a screen. */
export function Button({ children, kind = "primary", name, value }: ButtonProps) {
  return (
    <button type="submit" className={KINDS[kind]} name={name} value={value}>
      {children}
    </button>
  );
}

/** A link that is the screen's next step. */
export function LinkButton({ to, children, kind = "primary", reload = false }: LinkButtonProps) {
  return (
    <Link to={to} className={KINDS[kind]} draggable={false} reloadDocument={reload}>
      {children}
    </Link>
  );
}

type LinkButtonProps = { to: string; children: ReactNode; kind?: Kind; reload?: boolean };

/** A small deed in a line of text that changes something and so has to be sent. */
export function PostButton({ action, fields = {}, children, about }: PostButtonProps) {
  return (
    <Form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="app-link-button">
        {children}
        {about ? <span className="govuk-visually-hidden"> {about}</span> : null}
      </button>
    </Form>
  );
}

type PostButtonProps = {
  action: string;
  fields?: Record<string, string>;
  children: ReactNode;
  about?: string;
};

export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}
