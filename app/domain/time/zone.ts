/** Where a session is unless somebody says otherwise. */
export const usualZone = "Europe/London";

/** The zones to choose from, with the one that is chosen already, which may go by an older name. */
export function zonesWith(chosen: string): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", chosen])].sort();
}

/** Whether this is a time zone of the IANA database, such as `Europe/London`. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** A zone as people say it: `UK time`, or the time of its city. */
export function zoneInWords(zone: string): string {
  if (zone === usualZone) return "UK time";
  if (zone === "UTC" || zone === "Etc/UTC") return "UTC";
  return `${zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ")} time`;
}
