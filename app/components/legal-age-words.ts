import type { Policy } from "~/domain/record/organisation";
import { dateInWords, listInWords, parseDate } from "~/domain/time/words";
import { kindWords } from "~/forms/platform-form";

/** Each legal age as an item of a list. */
export function legalAgeCards(
  legalAges: Policy["legalAges"],
): { id: string; label: string; detail: string }[] {
  return legalAges.map(({ id, under, kinds, validFrom, validTo, source }) => ({
    id,
    label: `Under ${under}: ${listInWords(kinds.map((kind) => kindWords[kind].toLowerCase()))}`,
    detail: `From ${dateInWords(parseDate(validFrom))}${validTo ? ` to ${dateInWords(parseDate(validTo))}` : ""}. ${source}`,
  }));
}
