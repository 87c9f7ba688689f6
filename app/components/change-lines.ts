import { routeChoices } from "~/domain/people/route-words";
import { roleWords } from "~/domain/people/role-words";
import type { Facts } from "~/domain/record/schema";
import type { FactChange } from "~/domain/sign-off/changes";
import { changesBetween } from "~/domain/sign-off/changes";
import { changeCode, changeWords, placeChanged } from "~/domain/sign-off/change-words";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { dateInWords, instantInWords, parseDate } from "~/domain/time/words";
import { placeWords, purposeWords } from "~/forms/details-form";
import { chatWords, donationWords } from "~/forms/media-form";

/** One difference as people read it: what, of whom, and where it can be said plainly what it was and is. */
export type ChangeLine = { what: string; was: string | null; is: string | null };

/** What differs between two states of a session's facts, for those who may see both. */
export function changeLines(before: Facts, after: Facts): ChangeLine[] {
  const changes = changesBetween(materialFacts(before), materialFacts(after));
  const moved = placeMoved(changes, before, after);
  const lines = changes.map((change) => {
    if (moved && isPlace(change)) return moved;
    const about = subjectOf(change, before, after);
    return {
      what: [changeWords(changeCode(change)), about].filter(Boolean).join(": "),
      was: plain(change.path, change.before, before),
      is: plain(change.path, change.after, after),
    };
  });
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

function isPlace({ path }: FactChange): boolean {
  return /^places\[[^\]]+\]$/.test(path);
}

/** One place for another, as one line; null where it is not simply that. */
function placeMoved(changes: readonly FactChange[], before: Facts, after: Facts): ChangeLine | null {
  const [one, other, ...more] = changes.filter(isPlace);
  const [was] = before.session.places;
  const [is] = after.session.places;
  const swapped = one && other && more.length === 0 && (one.before === null) !== (other.before === null);
  return swapped && was && is && before.session.places.length === 1
    ? { what: placeChanged, was: was.where, is: is.where }
    : null;
}

function subjectOf({ path }: FactChange, before: Facts, after: Facts): string {
  const [, list, id] = /^(\w+)\[([^\]]+)\]/.exec(path) ?? [];
  if (!list || !id) return "";
  return thing(list, id, after) ?? thing(list, id, before) ?? "";
}

function thing(list: string, id: string, facts: Facts): string | null {
  if (list === "participants") {
    const found = facts.participants.find((one) => one.id === id);
    return found ? (found.displayName ?? found.code) : null;
  }
  if (list === "adults") {
    const found = facts.session.assignments.find((one) => one.id === id);
    const adult = facts.adults.find((one) => one.id === found?.adultId);
    return found && adult
      ? `${adult.name} (${roleWords(found.role, facts.session.kind).name.toLowerCase()})`
      : null;
  }
  if (list === "places") return facts.session.places.find((one) => one.id === id)?.where ?? null;
  return facts.platformModes.find((one) => one.id === id)?.name ?? null;
}

/** What an account or a contact is called, where a whole one is exchanged for another. */
function named(value: object): string | null {
  const name = "label" in value ? value.label : "value" in value ? value.value : null;
  return typeof name === "string" ? name : null;
}

const words: [RegExp, Record<string, string>][] = [
  [/^media\.chat$/, chatWords],
  [/^media\.donations$/, donationWords],
  [/^purpose$/, purposeWords],
  [/^places.*\.kind$/, placeWords],
  [/\.accessRoute$/, routeChoices],
  [/^kind$/, { host: "We host", join: "We join" }],
  [/^format$/, { livestream: "A livestream", video_call: "A video call" }],
  [/^audience$/, { named: "Young people by name", not_named: "An audience that is not named" }],
];

/** A value in words where it is plain; null where the sentence has to do, as for whole things and what is coded. */
function plain(path: string, value: unknown, facts: Facts): string | null {
  if (path.endsWith("]")) return null;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return String(value);
  if (value === null || value === undefined) return "Nothing";
  if (typeof value === "object") return named(value);
  if (typeof value !== "string") return null;
  if (/^(startsAt|endsAt)$|\.reachable(From|To)$/.test(path))
    return instantInWords(value, facts.session.zone);
  if (path.endsWith(".until")) return dateInWords(parseDate(value));
  const known = words.find(([pattern]) => pattern.test(path))?.[1];
  if (known) return known[value] ?? null;
  return /(Id|By|answer)$/.test(path) ? null : value;
}
