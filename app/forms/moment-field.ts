import { z } from "zod";
import { instantOf } from "~/domain/time/local";
import { isZone } from "~/domain/time/zone";
import { choice, revealedBy } from "./choice";
import { optionalDateField } from "./date-field";
import { optionalTimeField } from "./time-field";

/** When something happened: just now, or earlier with its date and time in the session's zone. */
export function momentFields({ select }: { select: string }) {
  return {
    when: choice(["now", "earlier"], { select }),
    date: optionalDateField({ label: "Date" }),
    time: optionalTimeField({ label: "Time" }),
    zone: z.string().refine(isZone, { error: "The time zone is not known" }),
  };
}

/** Reads date and time only while somebody says that it was earlier. */
export function momentRevealed<S extends z.ZodType>(schema: S) {
  return revealedBy(schema, { answer: "when", is: "earlier", fields: ["date", "time"] });
}

type Moment = { when: "now" | "earlier"; date: string | null; time: string | null; zone: string };

/** The moment as an instant; null for just now. In the hour that happens twice the first one is meant. */
export function momentOf<T extends Moment>(given: T, context: z.RefinementCtx) {
  const { when, date, time, zone, ...rest } = given;
  if (when === "now") return { ...rest, at: null };
  const wrong = (path: string, message: string) => {
    context.addIssue({ code: "custom", path: [path], message });
    return z.NEVER;
  };
  if (!date) return wrong("date", "Enter the date");
  if (!time) return wrong("time", "Enter the time");
  const local = instantOf(date, time, zone, "first");
  if (!("at" in local)) return wrong("time", "Clocks went forward that night, so this time does not exist");
  return { ...rest, at: local.at.toString() };
}

/** What the fields show at first: just now, in this zone. */
export function momentDefaults(zone: string) {
  return { when: "now", zone };
}
