import type { ReactNode } from "react";
import { TextLink } from "./text-link";

/** `about` completes the link for a screen reader: "Change" + "the start time". */
export type SummaryAction = { text: string; to: string; about: string };
export type SummaryRow = { key: string; value: ReactNode; actions?: SummaryAction[] };

/** What is recorded, question by question, each with the link that changes it. An empty value reads "Not given yet". */
export function SummaryList({ rows, card = true }: { rows: SummaryRow[]; card?: boolean }) {
  const list = (
    <dl className="govuk-summary-list">
      {rows.map((row) => (
        <Row key={row.key} row={row} withActions={rows.some(({ actions }) => actions?.length)} />
      ))}
    </dl>
  );
  return card ? <div className="app-panel">{list}</div> : list;
}

function Row({ row: { key, value, actions = [] }, withActions }: { row: SummaryRow; withActions: boolean }) {
  const lacksActions = withActions && actions.length === 0 ? " govuk-summary-list__row--no-actions" : "";
  const empty = value === null || value === undefined || value === "";
  return (
    <div className={`govuk-summary-list__row${lacksActions}`}>
      <dt className="govuk-summary-list__key">{key}</dt>
      <dd className="govuk-summary-list__value">
        {empty ? <span className="app-missing">Not given yet</span> : value}
      </dd>
      {actions.length > 0 ? (
        <dd className="govuk-summary-list__actions">
          <Actions actions={actions} />
        </dd>
      ) : null}
    </div>
  );
}

function Actions({ actions }: { actions: SummaryAction[] }) {
  const links = actions.map(({ text, to, about }) => (
    <TextLink key={text} to={to} about={about}>
      {text}
    </TextLink>
  ));
  if (links.length === 1) return links[0];
  return (
    <ul className="govuk-summary-list__actions-list">
      {links.map((link) => (
        <li key={link.key} className="govuk-summary-list__actions-list-item">
          {link}
        </li>
      ))}
    </ul>
  );
}
