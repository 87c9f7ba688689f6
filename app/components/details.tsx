import type { ReactNode } from "react";
import { useInUse } from "~/forms/form-context";

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

/** Questions that most people do not need, under a line of text: open once one of `fields` is answered or wrong. */
export function MoreFields({ summary, fields, children }: DetailsProps & { fields: readonly string[] }) {
  return (
    <Details summary={summary} open={useInUse(fields)}>
      {children}
    </Details>
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
