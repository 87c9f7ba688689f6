import { statusWords } from "~/domain/session/status";
import { kindWords, sessionQuery, whenWords, type SessionFilter } from "~/forms/session-filter";
import { paths } from "~/paths";
import type { Chip } from "./filter-panel";

/** The filters in use, each with the list without it. */
export function sessionChips(filter: SessionFilter): Chip[] {
  const { when, kind, status } = filter;
  const without = (change: Partial<SessionFilter>) =>
    paths.sessions + sessionQuery({ ...filter, page: 1, ...change });
  return [
    ...(when === "upcoming" ? [] : [{ label: whenWords[when], without: without({ when: "upcoming" }) }]),
    ...(kind ? [{ label: kindWords[kind], without: without({ kind: null }) }] : []),
    ...(status ? [{ label: statusWords[status], without: without({ status: null }) }] : []),
  ];
}
