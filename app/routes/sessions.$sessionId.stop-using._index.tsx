import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { removalRows } from "~/components/removal-rows";
import { SummaryList } from "~/components/summary-list";
import { listRemovalTasks } from "~/data/removal-tasks.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";

export const handle = titled("Stop using and remove");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, sessionId } = await requireSession(args, "consent.withdraw");
  const { title, reference, zone } = record.session;
  const tasks = await listRemovalTasks(actor, sessionId);
  return { sessionId, title, reference, rows: removalRows(sessionId, tasks, zone) };
}

export default function StopUsing() {
  const { sessionId, title, reference, rows } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.session(sessionId)}>{title}</BackLink>
      <PageHeading
        caption={reference}
        title="Stop using and remove"
        lead="Whoever changes their mind once the session has begun stands here, where something of them is kept."
      />
      {rows.length > 0 ? (
        <SummaryList rows={rows} />
      ) : (
        <EmptyState title="Nothing waits to be removed">
          Nobody changed their mind once the session had begun, or nothing of them is kept.
        </EmptyState>
      )}
    </>
  );
}
