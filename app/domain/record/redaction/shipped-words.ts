import { starterModes } from "../../defaults/platform-modes";
import { withheld } from "./pseudonyms";

const shipped = new Set(
  starterModes.flatMap(({ name, service, note, reportRoute, ageLimits, sources }) => [
    name,
    service,
    note,
    reportRoute,
    ...ageLimits.map(({ source }) => source),
    ...sources.map(({ address }) => address),
  ]),
);

/** Words about a platform that Greenroom brings along; whatever the organisation typed instead is left out. */
export function shippedWords(text: string): string;
export function shippedWords(text: string | null): string | null;
export function shippedWords(text: string | null): string | null {
  return text === null || shipped.has(text) ? text : withheld;
}
