import type { ReactNode } from "react";
import { Lamp } from "./lamp";

/** Where a list would be, when there is nothing in it yet: why, and the way to begin. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="app-empty">
      <Lamp className="app-empty__lamp" />
      <h2 className="govuk-heading-m">{title}</h2>
      {children ? <div className="govuk-body">{children}</div> : null}
      {action}
    </div>
  );
}
