import type { CellState, ConsentCell, ConsentRow } from "~/domain/consent/matrix";
import { onRecord } from "~/domain/consent/on-record";
import { scopeHeadings } from "~/domain/consent/words";
import type { ConsentScope } from "~/domain/record/fields";
import { ToneIcon, type Tone } from "./icon";
import { Table } from "./table";
import { TextLink } from "./text-link";

type ConsentMatrixProps = {
  rows: ConsentRow[];
  columns: ConsentScope[];
  /** Where what one young person says is recorded, and what is; null for who may only look. */
  recordAt: { to: (participantId: string) => string; what: string } | null;
  /** About whose answers the reader can decide, as a safeguarding lead, and where. */
  decide: { ids: string[]; to: (participantId: string) => string };
};

/** Who answered what, how, when and to whom. On a narrow screen each young person is a card. */
export function ConsentMatrix({ rows, columns, ...links }: ConsentMatrixProps) {
  return (
    <div className="app-matrix">
      <Table
        caption="Who agreed to what"
        hiddenCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { heading: "Young person", cell: (row) => <Who row={row} {...links} /> },
          ...columns.map((scope) => ({
            heading: scopeHeadings[scope],
            cell: ({ cells }: ConsentRow) => <Cell cell={cells.find((cell) => cell.scope === scope)} />,
          })),
        ]}
      />
    </div>
  );
}

function Who({
  row: { id, name, code },
  recordAt,
  decide,
}: { row: ConsentRow } & Omit<ConsentMatrixProps, "rows" | "columns">) {
  return (
    <>
      {recordAt ? (
        <TextLink to={recordAt.to(id)} about={`- ${recordAt.what}`}>
          {name}
        </TextLink>
      ) : (
        name
      )}
      <span className="app-code">{code}</span>
      {decide.ids.includes(id) ? (
        <span className="app-answer app-no-print">
          <TextLink to={decide.to(id)} about={`about the answers of ${name}`}>
            Decide
          </TextLink>
        </span>
      ) : null}
    </>
  );
}

const LOOKS: Record<CellState, { tone: Tone; words: string }> = {
  yes: { tone: "met", words: "Yes" },
  no: { tone: "not_met", words: "No" },
  withdrawn: { tone: "not_met", words: "Changed their mind" },
  not_asked: { tone: "not_answered", words: "Not asked" },
  more_needed: { tone: "ask", words: "Something is missing" },
};

function Cell({ cell }: { cell: ConsentCell | undefined }) {
  if (!cell) {
    return (
      <span className="app-marked">
        <ToneIcon tone="not_applicable" className="app-mark" />
        Not needed
      </span>
    );
  }
  const { tone, words } = LOOKS[cell.state];
  return (
    <div>
      <span className="app-marked">
        <ToneIcon tone={tone} className="app-mark" />
        {words}
      </span>
      {cell.again ? (
        <span className="app-answer">Asked again: the question, or the plan, has changed</span>
      ) : null}
      {cell.problem ? <span className="app-answer">{cell.problem}</span> : null}
      {onRecord(cell).map((answer) => (
        <span key={answer} className="app-answer">
          {answer}
        </span>
      ))}
    </div>
  );
}
