import { z } from "zod";
import { line } from "./text";

type Values = readonly string[];

/** One of several answers. `select` is the message when none was chosen: "Select who can watch". */
export function choice<const V extends Values>(values: V, { select }: { select: string }) {
  return z.enum(values, { error: select });
}

/** One of several answers, or null when none was chosen. */
export function optionalChoice<const V extends Values>(values: V, { select }: { select: string }) {
  return blankAsNull(z.enum(values, { error: select }).nullable());
}

/** Any number of several answers, each at most once, in the order of `values`. */
export function choices<const V extends Values>(values: V, { select }: { select: string }) {
  return listOf(z.enum(values, { error: select })).transform((chosen) =>
    values.filter((value): value is V[number] => chosen.includes(value)),
  );
}

/** At least one of several answers. */
export function someChoices<const V extends Values>(values: V, options: { select: string }) {
  return choices(values, options).refine((chosen) => chosen.length > 0, { error: options.select });
}

/** Any number of ids, each at most once, in the order given. */
export function ids({ select }: { select: string }) {
  return listOf(z.uuid({ error: select })).transform((given) => [...new Set(given)]);
}

/** One id, or null when none was chosen. */
export function optionalId({ select }: { select: string }) {
  return blankAsNull(z.uuid({ error: select }).nullable());
}

/** Any number of texts from a list that the page shows, each at most once; the service knows the list. */
export function texts({ select }: { select: string }) {
  return listOf(line({ label: "Each", enter: select, max: 200 })).transform((given) => [...new Set(given)]);
}

/** A box that may be left empty: true when it is ticked. */
export function tick() {
  return z
    .literal("yes")
    .optional()
    .transform((value) => value === "yes");
}

/** A box that has to be ticked: "Confirm that …". */
export function requiredTick({ confirm }: { confirm: string }) {
  return z.literal("yes", { error: confirm }).transform((): true => true);
}

/**
 * Leaves out the fields that an answer reveals while it is not given, alone or as one of several: what nobody sees can be
 * neither wrong nor kept.
 */
export function revealedBy<S extends z.ZodType>(
  schema: S,
  { answer, is, fields }: { answer: string; is: string; fields: readonly string[] },
) {
  return z.preprocess((given) => {
    if (typeof given !== "object" || given === null) return given;
    const values = new Map(Object.entries(given));
    if ([values.get(answer)].flat().includes(is)) return given;
    return Object.fromEntries([...values].filter(([name]) => !fields.includes(name)));
  }, schema);
}

/** Yes or no, as true or false. */
export function yesNo({ select }: { select: string }) {
  return z.enum(["yes", "no"], { error: select }).transform((value) => value === "yes");
}

/** Yes or no, or null while not answered. */
export function optionalYesNo({ select }: { select: string }) {
  return optionalChoice(["yes", "no"], { select }).transform((value) =>
    value === null ? null : value === "yes",
  );
}

function blankAsNull<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === "" || value === undefined ? null : value), schema);
}

function listOf<S extends z.ZodType>(item: S) {
  return z.preprocess((value) => {
    if (value === undefined || value === "") return [];
    return typeof value === "string" ? [value] : value;
  }, z.array(item).max(1000));
}

/** The value of a yes-or-no field that shows a stored answer; empty while there is none. */
export function answerOf(answer: boolean | null): string {
  if (answer === null) return "";
  return answer ? "yes" : "no";
}
