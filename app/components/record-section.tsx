import type { ReactNode } from "react";
import { Fold } from "./details";
import { Section } from "./page-heading";
import { SummaryList } from "./summary-list";
import { Table } from "./table";

/** A part of a record as plain data: sentences, questions with answers, and tables whose first column names the row. */
export type RecordBlock =
  | { kind: "text"; text: string }
  | { kind: "facts"; rows: [string, string][] }
  | { kind: "table"; columns: { title: string }[]; rows: string[][] };
export type RecordPart = { title: string; blocks: RecordBlock[] };

export function RecordSection({ part, children }: { part: RecordPart; children?: ReactNode }) {
  return (
    <Section heading={part.title}>
      <RecordBlocks part={part} />
      {children}
    </Section>
  );
}

/** A part that is folded away under its own title. */
export function RecordFold({ part }: { part: RecordPart }) {
  return (
    <Fold summary={part.title}>
      <RecordBlocks part={part} />
    </Fold>
  );
}

function RecordBlocks({ part: { title, blocks } }: { part: RecordPart }) {
  return blocks.map((block, at) => <Block key={at} block={block} caption={title} />);
}

function Block({ block, caption }: { block: RecordBlock; caption: string }) {
  if (block.kind === "text") return <p className="govuk-body">{block.text}</p>;
  if (block.kind === "facts")
    return <SummaryList rows={block.rows.map(([key, value]) => ({ key, value }))} />;
  const { columns, rows } = block;
  return (
    <Table
      caption={caption}
      hiddenCaption
      columns={columns.map(({ title }, at) => ({
        heading: title,
        cell: ({ cells }: { cells: string[] }) => cells[at] ?? "",
      }))}
      rows={rows.map((cells, at) => ({ at, cells }))}
      rowKey={({ at }) => String(at)}
    />
  );
}
