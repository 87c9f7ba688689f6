import { v7 } from "uuid";

/** A UUID v7: made by us and not by the database, and growing with time, so that new rows lie side by side. */
export function newId(): string {
  return v7();
}
