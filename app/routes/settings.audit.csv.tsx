import type { LoaderFunctionArgs } from "@remix-run/node";
import { MOST_COUNTED, searchAudit } from "~/data/audit-search.server";
import { accept } from "~/domain/refusal";
import { auditCsv } from "~/exports/audit-csv";
import { auditQuery, readAuditFilter } from "~/forms/audit-filter";
import { fileResponse } from "~/http/file.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { oneExportAtATime } from "~/services/one-export-at-a-time.server";

/** What a search of the audit trail found, as a file: the newest ten thousand events at most. Back to the search while one is made. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "audit.search");
  const { filter } = readAuditFilter(new URL(args.request.url).searchParams);
  const outcome = await oneExportAtATime(actor, "audit_trail", async () => {
    const { events } = await searchAudit(actor, filter, { skip: 0, take: MOST_COUNTED });
    return accept(new TextEncoder().encode(auditCsv(events)));
  });
  if (!outcome.ok) return redirectWithNotice(paths.audit + auditQuery(filter), "export_running");
  return fileResponse({ name: "audit-trail.csv", type: "text/csv; charset=utf-8", bytes: outcome.value });
}
