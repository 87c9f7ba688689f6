import type { SessionRecord } from "~/domain/record/schema";
import { changesInWords } from "~/domain/sign-off/change-words";
import { latestSignOff, standingOf, type SignOffStanding } from "~/domain/sign-off/standing";
import { instantInWords } from "~/domain/time/words";
import { changeLines, type ChangeLine } from "./change-lines";
import type { TimelineItem } from "./timeline";

export type LapseStory = {
  heading: string;
  lead: string;
  effect: string;
  approver: string;
  lines: ChangeLine[];
  events: (Omit<TimelineItem, "title" | "body"> & { title: string })[];
};

const headings: Record<SignOffStanding, string> = {
  lapsed: "The sign-off has lapsed",
  suspended: "The sign-off is suspended",
  signed: "The sign-off stands",
};

const effects: Record<SignOffStanding, string> = {
  lapsed:
    "Mark the session ready again, and a manager is asked to sign it off with what changed in front of them. Title and description changes do not affect a sign-off.",
  suspended:
    "A change that only narrows what the session does, such as a camera or the recording off, brings the sign-off back by itself. Anything else needs signing off again. Nobody is to ask the young person to change their mind.",
  signed: "Everything that changed since only narrowed what the session does, so it is carried forward.",
};

const titles: Record<string, string> = {
  carried_forward: "Carried forward",
  lapsed: "Lapsed",
  suspended: "Suspended",
  restored: "In force again",
};

/** What became of the newest sign-off: what changed, by whom, and what follows. Null where there is none. */
export function lapseStory(record: SessionRecord): LapseStory | null {
  const signOff = latestSignOff(record.signOffs);
  if (!signOff) return null;
  const { session, organisation } = record;
  const nameOf = (userId: string | null) => organisation.staff.find(({ id }) => id === userId)?.name ?? null;
  const when = (at: string) => instantInWords(at, session.zone);
  const standing = standingOf(signOff);
  const last = signOff.events.at(-1);
  // Who answered is no business of this page: a no needs no reason and no name.
  const by = last?.kind === "suspended" ? null : nameOf(last?.by ?? null);
  const approver = nameOf(signOff.by) ?? "the approver";
  return {
    heading: headings[standing],
    lead: last
      ? `${by ?? "A young person or parent"} ${last.kind === "suspended" ? "changed an answer" : "changed the session"} on ${when(last.at)}. ${approver} had signed it off on ${when(signOff.at)}.`
      : `${approver} signed it off on ${when(signOff.at)}.`,
    effect: effects[standing],
    approver,
    lines: changeLines(signOff.facts, record),
    events: [
      ...signOff.events.map((event, at) => ({
        id: String(at),
        title: `${titles[event.kind]}: ${changesInWords(event.changes).join(". ")}`,
        by: event.kind === "suspended" ? null : nameOf(event.by),
        at: when(event.at),
        dateTime: event.at,
      })),
    ]
      .reverse()
      .concat({
        id: "signed",
        title: "Signed off",
        by: nameOf(signOff.by),
        at: when(signOff.at),
        dateTime: signOff.at,
      }),
  };
}
