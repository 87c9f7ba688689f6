import type { ListedSignOff } from "../record/schema";
import { isBefore, newestOf } from "../time/order";

export type SignOffStanding = "signed" | "suspended" | "lapsed";

/** Where a sign-off stands after everything that happened to it; a lapse is final. */
export function standingOf(signOff: ListedSignOff): SignOffStanding {
  let standing: SignOffStanding = "signed";
  for (const event of signOff.events) {
    if (event.kind === "lapsed") return "lapsed";
    if (event.kind === "suspended") standing = "suspended";
    if (event.kind === "restored") standing = "signed";
  }
  return standing;
}

/** Where a sign-off stood just before a moment, as a session's start; null where it was not given by then. */
export function standingBefore(signOff: ListedSignOff, moment: string): SignOffStanding | null {
  if (!isBefore(signOff.at, moment)) return null;
  return standingOf({ ...signOff, events: signOff.events.filter(({ at }) => isBefore(at, moment)) });
}

/** When a sign-off lapsed, or null. */
export function lapsedAt(signOff: ListedSignOff): string | null {
  return signOff.events.find(({ kind }) => kind === "lapsed")?.at ?? null;
}

/** The digest of the material facts that the sign-off covers now: as signed, or as last carried forward or restored. */
export function coveredDigest(signOff: ListedSignOff): string {
  return (
    signOff.events.filter((event) => event.kind !== "lapsed" && event.kind !== "suspended").at(-1)?.digest ??
    signOff.digest
  );
}

export function latestSignOff<T extends ListedSignOff>(signOffs: readonly T[]): T | null {
  return newestOf(signOffs, ({ at }) => at);
}
