import { Temporal } from "temporal-polyfill";
import type { Policy } from "~/domain/record/organisation";
import type { PlatformMode } from "~/domain/record/platform-mode";
import type { Session } from "~/domain/record/session";
import type { Diary } from "./diary";
import { NOVEMBER } from "./diary";
import { zoomMeeting } from "./platform-modes";
import type { YoungPerson } from "./young-people";
import { sixteenToSeventeen } from "./young-people";

type Kept = { reason: string; keptWhere: string; seenBy: string; deleteBy: string };

/** What a session is, before the papers that follow from it (consents, briefings, statements) are made up. */
export type Plan = {
  id: string;
  title: string;
  kind: Session["kind"];
  format: Session["format"];
  audience: Session["audience"];
  /** An instant in UTC. */
  startsAt: string;
  minutes: number;
  zone: string;
  /** The entry mode first. */
  modes: PlatformMode[];
  participants: YoungPerson[];
  chat: Session["media"]["chat"]["value"];
  recording: Kept | null;
  aiNotes: Kept | null;
  adultOnCamera: boolean;
  topic: { text: string; flags: string[]; adjustments: string | null };
  organiser: Session["organiser"];
  audienceRestricted: { answer: "yes" | "no"; how: string | null; reason: string | null };
  saving: { answer: "yes" | "no"; how: string | null; reason: string | null };
  policy: Partial<Policy>;
  diary: Diary;
};

/** The shared facts: five people aged 16 and 17 in a Zoom meeting that we host, and nothing against it. */
export const SHARED: Plan = {
  id: "evening-in-december",
  title: "Evening in December",
  kind: "host",
  format: "livestream",
  audience: "named",
  startsAt: "2026-12-10T17:00:00Z",
  minutes: 40,
  zone: "Europe/London",
  modes: [zoomMeeting()],
  participants: sixteenToSeventeen(5),
  chat: "host_only",
  recording: null,
  aiNotes: null,
  adultOnCamera: true,
  topic: { text: "What we do, and questions from young people", flags: [], adjustments: null },
  organiser: null,
  audienceRestricted: { answer: "yes", how: "Waiting room and named list", reason: null },
  saving: {
    answer: "yes",
    how: "Screen capture cannot be ruled out: first names only, and everybody is told not to share",
    reason: null,
  },
  policy: {},
  diary: NOVEMBER,
};

export function startOf(plan: Plan): Temporal.Instant {
  return Temporal.Instant.from(plan.startsAt);
}

export function endOf(plan: Plan): Temporal.Instant {
  return startOf(plan).add({ minutes: plan.minutes });
}

/** The calendar date of the start, where the session is. */
export function localDay(plan: Plan): Temporal.PlainDate {
  return startOf(plan).toZonedDateTimeISO(plan.zone).toPlainDate();
}
