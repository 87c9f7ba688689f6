import { scenarios } from "../all";
import type { Session } from "~/domain/record/session";
import type { Status } from "~/domain/readiness/result";
import type { Case } from "./case";

type Organiser = NonNullable<Session["organiser"]>;

function one(what: string, change: (organiser: Organiser) => void, turns: Record<string, Status>): Case {
  const sound = () => structuredClone(scenarios["s06-variant-both-given"]!);
  const amiss = () => {
    const record = sound();
    if (record.session.organiser) change(record.session.organiser);
    return record;
  };
  return { what, sound, amiss, turns };
}

/** What an organiser told us of a stream that we join, one thing at a time. */
export const joiningAmiss: Case[] = [
  one("content not known", (organiser) => void (organiser.content = null), { R31: "not_answered" }),
  one("suitability not judged", (organiser) => void (organiser.suitability = null), { R32: "not_answered" }),
  one(
    "judged unsuitable",
    (organiser) => void Object.assign(organiser.suitability ?? {}, { suitable: false }),
    { R32: "not_met" },
  ),
  one("saving not asked", (organiser) => void (organiser.saved = null), { R33: "not_answered" }),
  one("saving not known", (organiser) => void Object.assign(organiser.saved ?? {}, { answer: "not_known" }), {
    R33: "not_met",
  }),
  one(
    "kept for longer than was agreed",
    (organiser) => void Object.assign(organiser.saved ?? {}, { until: "2028-12-20" }),
    {
      R30: "not_met",
    },
  ),
  one(
    "not saved",
    (organiser) => void Object.assign(organiser.saved ?? {}, { answer: "no", until: null }),
    {},
  ),
  one(
    "saved, and until when not said",
    (organiser) => void Object.assign(organiser.saved ?? {}, { until: null }),
    { R33: "not_answered" },
  ),
  one(
    "not saved, and until when not said",
    (organiser) => void Object.assign(organiser.saved ?? {}, { answer: "no", where: null, until: null }),
    {},
  ),
  one(
    "reused, and until when not said",
    (organiser) => void Object.assign(organiser.reused ?? {}, { until: null }),
    // Everybody said yes until a day, and there is none now.
    { R30: "not_met" },
  ),
  one("reuse not asked", (organiser) => void (organiser.reused = null), { R34: "not_answered" }),
  one("not reused", (organiser) => void Object.assign(organiser.reused ?? {}, { answer: "no" }), {}),
];
