import { auditQuery, type AuditFilter } from "~/forms/audit-filter";
import { dateInWords, parseDate } from "~/domain/time/words";
import { paths } from "~/paths";
import type { Chip } from "./filter-panel";

type Named = { who: string | null; kind: string | null };

/** The filters in use, each with the search without it. `named`: how the person and the event are called. */
export function auditChips(filter: AuditFilter, named: Named): Chip[] {
  const { session, from, to } = filter;
  const without = (change: Partial<AuditFilter>) =>
    paths.audit + auditQuery({ ...filter, page: 1, ...change });
  return [
    ...(filter.who ? [{ label: named.who ?? "Somebody else", without: without({ who: null }) }] : []),
    ...(filter.kind ? [{ label: named.kind ?? filter.kind, without: without({ kind: null }) }] : []),
    ...(session ? [{ label: `Session ${session}`, without: without({ session: null }) }] : []),
    ...(from ? [{ label: `From ${dateInWords(parseDate(from))}`, without: without({ from: null }) }] : []),
    ...(to ? [{ label: `To ${dateInWords(parseDate(to))}`, without: without({ to: null }) }] : []),
  ];
}
