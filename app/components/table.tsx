import type { ReactNode } from "react";

export type Column<Row> = {
  heading: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** Its heading is read out but not shown: a column of links. */
  hiddenHeading?: boolean;
};

type TableProps<Row> = {
  caption: string;
  hiddenCaption?: boolean;
  /** The first column names the row. */
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
};

/** Written out although elements have them: where `display` is changed, some browsers forget a table's roles. */
const ROW_GROUP = { role: "rowgroup" };
const ROW_HEADER = { role: "rowheader" };
const CELL = { role: "cell" };

/** A table that becomes a list of cards on narrow screens. */
export function Table<Row>({ caption, hiddenCaption = false, columns, rows, rowKey }: TableProps<Row>) {
  const hidden = hiddenCaption ? "govuk-visually-hidden" : "govuk-table__caption govuk-table__caption--m";
  return (
    <div className="app-table">
      <table className="govuk-table" role="table">
        <caption className={hidden}>{caption}</caption>
        <thead {...ROW_GROUP}>
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.heading}
                scope="col"
                role="columnheader"
                className={cellClass("header", column)}
              >
                {column.hiddenHeading ? (
                  <span className="govuk-visually-hidden">{column.heading}</span>
                ) : (
                  column.heading
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROW_GROUP}>
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column, at) => (
                <Cell key={column.heading} column={column} first={at === 0}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type AnyColumn = Pick<Column<never>, "heading" | "numeric" | "hiddenHeading">;

function Cell({ column, first, children }: { column: AnyColumn; first: boolean; children: ReactNode }) {
  if (first) {
    return (
      <th scope="row" {...ROW_HEADER} className="govuk-table__header">
        {children}
      </th>
    );
  }
  return (
    <td
      {...CELL}
      className={cellClass("cell", column)}
      data-label={column.hiddenHeading ? undefined : column.heading}
    >
      {children}
    </td>
  );
}

function cellClass(kind: "header" | "cell", { numeric }: AnyColumn): string {
  return numeric ? `govuk-table__${kind} govuk-table__${kind}--numeric` : `govuk-table__${kind}`;
}
