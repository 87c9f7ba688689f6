/** The pages of the gallery, in one list for what writes them and what looks at them. */
export const pageNames = [
  "readiness",
  "computed-s01",
  "computed-s09",
  "form",
  "form-refused",
  "tasks",
  "sessions",
  "session",
  "sign-in",
  "cancel",
  "stale",
  "not-found",
  "problem",
  "unavailable",
] as const;

export type PageName = (typeof pageNames)[number];
