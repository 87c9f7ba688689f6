import { z } from "zod";
import { statusWords, type SessionStatus } from "~/domain/session/status";

const statuses = Object.keys(statusWords) as [SessionStatus, ...SessionStatus[]];

export const whenWords = { upcoming: "Upcoming", past: "Past" } as const;
export const kindWords = { host: "Sessions we host", join: "Sessions we join" } as const;

export type SessionFilter = {
  when: keyof typeof whenWords;
  kind: keyof typeof kindWords | null;
  status: SessionStatus | null;
  page: number;
};

const known = {
  when: z.enum(["upcoming", "past"]),
  kind: z.enum(["host", "join"]),
  status: z.enum(statuses),
  page: z.coerce.number().int().min(1).max(10_000),
};

/** What a list's address asks for. Whatever it cannot mean is left out, and `ignored` says that something was. */
export function readSessionFilter(search: URLSearchParams): { filter: SessionFilter; ignored: boolean } {
  let ignored = false;
  function read<T>(name: string, schema: z.ZodType<T>): T | null {
    const given = search.get(name);
    if (given === null || given === "") return null;
    const parsed = schema.safeParse(given);
    if (!parsed.success) ignored = true;
    return parsed.success ? parsed.data : null;
  }
  const filter = {
    when: read("when", known.when) ?? "upcoming",
    kind: read("kind", known.kind),
    status: read("status", known.status),
    page: read("page", known.page) ?? 1,
  };
  return { filter, ignored };
}

/** The query of a list's address, with its question mark; the page is the first again unless given. */
export function sessionQuery({ when, kind, status, page = 1 }: Partial<SessionFilter>): string {
  const search = new URLSearchParams();
  if (when && when !== "upcoming") search.set("when", when);
  if (kind) search.set("kind", kind);
  if (status) search.set("status", status);
  if (page > 1) search.set("page", String(page));
  const query = search.toString();
  return query ? `?${query}` : "";
}
