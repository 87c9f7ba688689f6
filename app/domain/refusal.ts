/** An expected no: `code` for programs, `message` in plain English for people, `field` where one field is to blame. */
export type Refusal = { code: string; message: string; field?: string; retryAfterSeconds?: number };

/** What a service answers. Bugs and broken databases throw; everything that people can run into is a refusal. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse(code: string, message: string, field?: string): Outcome<never> {
  return { ok: false, refusal: field === undefined ? { code, message } : { code, message, field } };
}

/** The edit was made on a version that is no longer the newest. */
export function refuseStale(): Outcome<never> {
  return refuse(
    "stale_version",
    "Somebody else changed this after you opened it. Nothing that you typed is lost.",
  );
}
