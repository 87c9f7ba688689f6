import type { LoaderFunctionArgs } from "@remix-run/node";
import { MOST_COUNTED, searchAudit } from "~/data/audit-search.server";
import { auditCsv } from "~/exports/audit-csv";
import { readAuditFilter } from "~/forms/audit-filter";
import { fileResponse } from "~/http/file.server";
import { requireSignedIn } from "~/http/signed-in.server";

/** What a search of the audit trail found, as a file: the newest ten thousand events at most. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "audit.search");
  const { filter } = readAuditFilter(new URL(args.request.url).searchParams);
  const { events } = await searchAudit(actor, filter, { skip: 0, take: MOST_COUNTED });
  return fileResponse({
    name: "audit-trail.csv",
    type: "text/csv; charset=utf-8",
    bytes: new TextEncoder().encode(auditCsv(events)),
  });
}
