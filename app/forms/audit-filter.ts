import { z } from "zod";
import { dateParts, optionalDateField } from "./date-field";
import { readFormData, valueAt, type FormValues } from "./read-form-data";

/** What of the audit trail is asked for. `null` leaves nothing out. Dates are days where the organisation is. */
export type AuditFilter = {
  /** A member's id. */
  who: string | null;
  /** A type of event, as in `session.signed_off`. */
  kind: string | null;
  /** A session's number, as in `LY-0001`. */
  session: string | null;
  from: string | null;
  to: string | null;
  page: number;
};

const known = {
  who: z.uuid(),
  kind: z.string().regex(/^[a-z_]{1,40}\.[a-z_]{1,40}$/),
  session: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9-]{1,40}$/),
  page: z.coerce.number().int().min(1).max(10_000),
};

/** What the address of the search asks for. Whatever it cannot mean is left out, and `ignored` says that something was. */
export function readAuditFilter(search: URLSearchParams): { filter: AuditFilter; ignored: boolean } {
  let ignored = false;
  const values = formValues(search);
  if (values === null) ignored = true;
  function read<T>(name: string, schema: z.ZodType<T>): T | null {
    const given = values && valueAt(values, name);
    if (given === null || given === "") return null;
    const parsed = schema.safeParse(given);
    if (!parsed.success) ignored = true;
    return parsed.success ? parsed.data : null;
  }
  const filter = {
    who: read("who", known.who),
    kind: read("kind", known.kind),
    session: read("session", known.session),
    from: read("from", optionalDateField({ label: "From" })),
    to: read("to", optionalDateField({ label: "To" })),
    page: read("page", known.page) ?? 1,
  };
  return { filter, ignored };
}

function formValues(search: URLSearchParams): FormValues | null {
  const form = new FormData();
  for (const [name, value] of search) form.append(name, value);
  try {
    return readFormData(form);
  } catch {
    return null;
  }
}

/** The query of the search's address, with its question mark; the page is the first again unless given. */
export function auditQuery({ who, kind, session, from, to, page = 1 }: Partial<AuditFilter>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ who, kind, session })) if (value) search.set(name, value);
  for (const [name, date] of Object.entries({ from, to }))
    if (date)
      for (const [part, value] of Object.entries(dateParts(date))) search.set(`${name}.${part}`, value);
  if (page > 1) search.set("page", String(page));
  const query = search.toString();
  return query ? `?${query}` : "";
}

/** The filter as its form shows it. */
export function auditValues({ who, kind, session, from, to }: AuditFilter): FormValues {
  return {
    who: who ?? "",
    kind: kind ?? "",
    session: session ?? "",
    from: dateParts(from),
    to: dateParts(to),
  };
}
