import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

type TextLinkProps = {
  to: string;
  children: ReactNode;
  /** What a screen reader adds, so that two links called "Change" differ: "the start time". */
  about?: string | undefined;
  className?: string;
  /** Leaves the page by a full load: downloads and other sites. */
  reload?: boolean;
};

export function TextLink({ to, children, about, className = "govuk-link", reload = false }: TextLinkProps) {
  return (
    <Link to={to} className={className} reloadDocument={reload}>
      {children}
      {about ? <span className="govuk-visually-hidden"> {about}</span> : null}
    </Link>
  );
}
