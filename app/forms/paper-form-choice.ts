import { z } from "zod";

/** What may stand on a paper form beside the questions; nothing of it unless somebody asks for it. */
export const paperExtras = [
  { value: "name", label: "The name that the session shows" },
  { value: "birth", label: "Their date of birth" },
  { value: "title", label: "The title of the session" },
] as const;

export type PaperExtra = (typeof paperExtras)[number]["value"];

/** `who`: ids of the young people whose forms are printed, in no order; null where nothing was chosen yet. */
export type PaperChoice = { who: string[] | null; extras: PaperExtra[] };

const ids = z.array(z.uuid());

/** What the address of the page asks for. Whatever it cannot mean is left out. */
export function readPaperChoice(search: URLSearchParams): PaperChoice {
  const who = ids.safeParse(search.getAll("who"));
  const wanted = search.getAll("with");
  return {
    who: search.size === 0 ? null : who.success ? who.data : [],
    extras: paperExtras.map(({ value }) => value).filter((value) => wanted.includes(value)),
  };
}
