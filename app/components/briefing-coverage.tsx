import type { Covered } from "~/domain/briefing/coverage";
import { ToneIcon } from "./icon";
import { Table } from "./table";

/** Who has had the briefing, and why it does not count for somebody any more. */
export function BriefingCoverage({ rows }: { rows: Covered[] }) {
  return (
    <Table
      caption="Who has had the briefing"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: "Young person",
          cell: ({ name, code }) => (
            <>
              {name}
              <span className="app-code">{code}</span>
            </>
          ),
        },
        { heading: "Briefed", cell: (row) => <State {...row} /> },
      ]}
    />
  );
}

function State({ covered, why, last }: Covered) {
  return (
    <div>
      <span className="app-marked">
        <ToneIcon tone={covered ? "met" : "not_answered"} className="app-mark" />
        {covered ? "Yes, on every point" : last ? "Needs doing again" : "Not yet"}
      </span>
      {why.map((reason) => (
        <span key={reason} className="app-answer">
          {reason}
        </span>
      ))}
      {last ? <span className="app-answer">{last}</span> : null}
    </div>
  );
}
