import type { SignOff } from "../record/schema";

export type SignOffStanding = "signed" | "suspended" | "lapsed";

/** Where a sign-off stands after everything that happened to it; a lapse is final. */
export function standingOf(signOff: SignOff): SignOffStanding {
  let standing: SignOffStanding = "signed";
  for (const event of signOff.events) {
    if (event.kind === "lapsed") return "lapsed";
    if (event.kind === "suspended") standing = "suspended";
    if (event.kind === "restored") standing = "signed";
  }
  return standing;
}

/** The digest of the material facts that the sign-off covers now: as signed, or as last carried forward or restored. */
export function coveredDigest(signOff: SignOff): string {
  return (
    signOff.events.filter((event) => event.kind !== "lapsed" && event.kind !== "suspended").at(-1)?.digest ??
    signOff.digest
  );
}

export function latestSignOff(signOffs: SignOff[]): SignOff | null {
  return (
    [...signOffs].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)).at(-1) ?? null
  );
}
