import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { Pagination } from "~/components/pagination";
import { StatusTag } from "~/components/status-tag";
import { Table, type Column } from "~/components/table";
import { TextLink } from "~/components/text-link";
import { listRecordsFor } from "~/data/record-page.server";
import { seesRedactedOnly } from "~/domain/permissions";
import { whenInWords } from "~/domain/session/session-line";
import type { SessionStatus } from "~/domain/session/status";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";

export const handle = titled("Records");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "record.export_redacted");
  const asked = Number(new URL(args.request.url).searchParams.get("page"));
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const { records, pages } = await listRecordsFor(actor, page);
  const rows = records.map(({ sessionId, reference, title, status, ...times }) => {
    return { id: sessionId, reference, title, status, when: whenInWords(times) };
  });
  return { rows, page, pages, redacted: seesRedactedOnly(actor) };
}

type Row = { id: string; reference: string; title: string | null; status: SessionStatus; when: string };

const reference: Column<Row> = {
  heading: "Reference",
  cell: ({ id, reference: words }) => <TextLink to={paths.record(id)}>{words}</TextLink>,
};
const title: Column<Row> = { heading: "Title", cell: (row) => row.title };
const others: Column<Row>[] = [
  { heading: "When", cell: ({ when }) => when },
  { heading: "Status", cell: ({ status }) => <StatusTag status={status} /> },
];

export default function Records() {
  const { rows, page, pages, redacted } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Records"
        lead={
          redacted
            ? "You see each record redacted: everybody stands by a code."
            : "What was planned, agreed, signed off and changed, session by session."
        }
      />
      {rows.length === 0 ? (
        <EmptyState title="No records here">
          {page > 1 ? "There are fewer pages than this." : "A session’s record begins when it is planned."}
        </EmptyState>
      ) : (
        <Table
          caption="Records, the latest session first"
          hiddenCaption
          columns={redacted ? [reference, ...others] : [reference, title, ...others]}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
      <Pagination page={page} pages={pages} to={(to) => `${paths.records}?page=${to}`} />
    </>
  );
}
