import type { ReactNode } from "react";

type DetailsProps = { summary: string; open?: boolean; children: ReactNode };

/** Help that most people do not need, under a line of text. */
export function Details({ summary, open = false, children }: DetailsProps) {
  return (
    <details className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}

/** A long part of a page, folded away: what it holds is as important as the rest, only longer. */
export function Fold({ summary, open = false, children }: DetailsProps) {
  return (
    <details className="app-fold" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
