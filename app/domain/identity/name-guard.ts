import { letters, squash, words } from "./fold";
import { emailsIn, phonesIn } from "./personal-details";

export type NameFinding = { code: string; blocks: boolean };

type Person = { firstName: string | null; surname: string | null };

const shortest = 4;
const joinedBlocksFrom = 6;
const postcode = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/i;
const url = /(?:https?:\/\/|www\.)\S|\b[\p{L}\p{N}-]+\.(?:com|org|net|uk|tv|gg|me|io|co)\b/iu;
const handle = /(?:^|\s)@[\p{L}\p{N}_.]{2,}/u;
const fullDate = /(?<!\d)(?:\d{1,2}[\s./-]\d{1,2}[\s./-](?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)/;
const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

/**
 * What in a name to be shown may say who somebody is. Blocks on a surname of four letters or more, both names run
 * together, an e-mail address, a telephone number or a full date; warns on what is only likely to identify. Case,
 * accents, punctuation and digits that pass for letters make no difference. Greenroom's own rule, after the NSPCC's
 * advice never to reveal the full identity of participants.
 */
export function guardDisplayName({
  displayName,
  firstName,
  surname,
  birth,
}: Person & { displayName: string; birth: string | null }): NameFinding[] {
  const found = new Map<string, boolean>();
  const note = (code: string, blocks: boolean, is: boolean) => is && found.set(code, blocks);
  const shown = squash(displayName);

  if (surname) guardSurname(shown, words(displayName), surname, note);
  if (firstName && surname) {
    const joined = [squash(firstName + surname), squash(surname + firstName)];
    const length = letters(joined[0] ?? "");
    const holds = joined.some((name) => name.length > 0 && shown.includes(name));
    note("full_name_joined", true, holds && length >= joinedBlocksFrom);
    note("name_resembles", false, holds && length < joinedBlocksFrom);
    note("initials", false, initialsOf(firstName, surname).includes(shown));
  }
  note("email", true, emailsIn(displayName).length > 0);
  note("phone", true, phonesIn(displayName).length > 0);
  note("date_of_birth", true, fullDate.test(displayName) || holdsBirth(displayName, birth));
  note(
    "year_of_birth",
    false,
    (displayName.match(year) ?? []).some((y) => !birth || birth.startsWith(y)),
  );
  note("postcode", false, postcode.test(displayName));
  note("url", false, emailsIn(displayName).length === 0 && url.test(displayName));
  note("handle", false, handle.test(displayName));
  return [...found].map(([code, blocks]) => ({ code, blocks }));
}

type Note = (code: string, blocks: boolean, is: boolean) => unknown;

function guardSurname(shown: string, shownWords: string[], surname: string, note: Note) {
  const whole = squash(surname);
  const parts = words(surname);
  const backwards = [...whole].reverse().join("");
  const isLong = letters(whole) >= shortest;
  note("contains_surname", true, isLong && shown.includes(whole));
  note("surname_reversed", true, isLong && backwards !== whole && shown.includes(backwards));
  const longPart =
    parts.length > 1 && parts.some((part) => letters(part) >= shortest && shown.includes(part));
  note("contains_surname_part", true, longPart);
  const shortPart = parts.some(
    (part) => letters(part) < shortest && letters(part) >= 2 && shownWords.includes(part),
  );
  note("short_surname", false, shortPart);
}

function initialsOf(firstName: string, surname: string): string[] {
  const first = words(firstName).map((word) => [...word][0] ?? "");
  const last = words(surname).map((word) => [...word][0] ?? "");
  return [[...first, ...last].join(""), `${first[0] ?? ""}${last[0] ?? ""}`].filter(
    (initials) => initials.length >= 2,
  );
}

/** The digits of a full date of birth, run together in any of the usual orders. */
function holdsBirth(displayName: string, birth: string | null): boolean {
  if (birth?.length !== 10) return false;
  const [y = "", m = "", d = ""] = birth.split("-");
  const short = y.slice(2);
  const orders = [`${d}${m}${y}`, `${m}${d}${y}`, `${y}${m}${d}`, `${d}${m}${short}`];
  const digits = displayName.replace(/\D/g, "");
  return orders.some((order) => digits.includes(order));
}

/**
 * What in a public text, such as a title or a caption, may name one of these people: both names of one of them
 * block, a surname alone warns. The findings do not say whose name it is.
 */
export function guardPublicText(text: string, people: readonly Person[]): NameFinding[] {
  const shown = squash(text);
  const shownWords = new Set(words(text));
  let full = false;
  let alone = false;
  for (const { firstName, surname } of people) {
    if (!surname) continue;
    const whole = squash(surname);
    const parts = words(surname);
    const named = parts.length > 0 && (shownWords.has(whole) || parts.every((part) => shownWords.has(part)));
    const joined = firstName
      ? [squash(firstName + surname), squash(surname + firstName)].some(
          (name) => letters(name) >= joinedBlocksFrom && shown.includes(name),
        )
      : false;
    const first = firstName !== null && words(firstName).some((word) => shownWords.has(word));
    if (joined || (named && first)) full = true;
    else if (named) alone = true;
  }
  return [
    ...(full ? [{ code: "full_name_in_text", blocks: true }] : []),
    ...(alone ? [{ code: "surname_in_text", blocks: false }] : []),
  ];
}
