import { z } from "zod";
import { suggestedHelpLines } from "../defaults/help-lines";

/** The number for an emergency, in each nation of the United Kingdom. It is on every list. */
export const EMERGENCY = "999";

/** Somebody to call. `open` is a short sentence: when they answer, or what a call costs. */
const helpLine = z.strictObject({
  name: z.string().min(1).max(80),
  telephone: z.string().min(3).max(30),
  open: z.string().min(1).max(100).nullable(),
});

/** Where a young person finds help. Childline and the emergency number are always among it. */
export const helpList = z.strictObject({
  childline: helpLine.omit({ name: true }),
  lines: z.array(helpLine).max(4),
});

export type HelpLine = z.infer<typeof helpLine>;
export type HelpList = z.infer<typeof helpList>;

/** What stands on young people's pages until an organisation writes its own, and where no organisation is known. */
export const startingHelpList: HelpList = {
  childline: { telephone: numberOf("Childline"), open: "It is free" },
  lines: [],
};

/** Whom to call, in the order of the page; the emergency number stands apart. */
export function toCall({ childline, lines }: HelpList): HelpLine[] {
  return [...lines, { name: "Childline", ...childline }];
}

/** One help line as sentences around its telephone number: `Call Childline on` and ` It is free.` */
export function callWords({ name, open }: HelpLine): { before: string; after: string } {
  return { before: `Call ${name} on`, after: open ? ` ${open.replace(/\.$/, "")}.` : "" };
}

/** The whole list in one paragraph, for paper. */
export function helpInWords(list: HelpList): string {
  const calls = toCall(list).map((line) => {
    const { before, after } = callWords(line);
    return `${before} ${line.telephone}.${after}`;
  });
  return [...calls, `Are you in danger now? Call ${EMERGENCY}.`].join(" ");
}

function numberOf(called: string): string {
  const line = suggestedHelpLines.find(({ name }) => name === called);
  if (!line) throw new Error(`${called} is not among the help lines`);
  return line.number;
}
