import type { SessionRecord } from "~/domain/record/schema";
import { changeDetails } from "~/services/change-details.server";
import { anAdult } from "../../tests/factories/adults";
import { AMINA, IDRIS } from "../../tests/factories/lanternmoor";
import { aRecord, type Trait } from "../../tests/factories/record";
import { sentForSignOff, signedOff } from "../../tests/factories/sign-off";
import { agreedByAll, alsoAssigned, withMedia, without } from "../../tests/factories/traits";
import { sixteenToSeventeen } from "../../tests/factories/young-people";
import { scenarios } from "../../tests/scenarios/all";
import { detailsOf } from "./plan-steps";
import type { Step } from "./play";

/** Stands in for Tamsin, whose re-check is due before the last sessions of December. */
export const hollis = anAdult("Hollis Wexcombe");

const hollisObserves: Trait[] = [without("tamsin-quillbright"), alsoAssigned(hollis, "observer")];

function festivalLearns({ session }: SessionRecord): void {
  Object.assign(session.organiser ?? {}, { dataUse: "Your first name, to announce you" });
}

/** Photos are taken, and everybody has said yes to them. */
const photographed: Trait[] = [
  withMedia({ images: true, imagesUse: { purpose: "Our own web page", until: "2027-06-30" } }),
  agreedByAll("images"),
];

/** What one organisation cannot hold of the twelve scenarios at once, or what a newcomer should see of them. */
const changes: Partial<Record<string, Trait[]>> = {
  s06: [...hollisObserves, festivalLearns],
  s07: [sentForSignOff("2026-11-22T16:00:00Z")],
  s11: hollisObserves,
};

const names = ["s01", "s02", "s03", "s04", "s05", "s06", "s07", "s08", "s09", "s10", "s11", "s12"] as const;

/** The records of the twelve scenarios, by name, as sessions of one organisation. */
export const scenarioSessions: ReadonlyMap<string, SessionRecord> = new Map(
  names.map((name) => {
    const record = structuredClone(scenarios[name]);
    if (!record) throw new Error(`There is no scenario ${name}`);
    for (const trait of changes[name] ?? []) trait(record);
    return [name, record];
  }),
);

const small = { participants: sixteenToSeventeen(2) };

/** Sessions beside the scenarios, of the facts that all of them share, so that each state can be seen. */
export const otherSessions: SessionRecord[] = [
  aRecord(
    { ...small, id: "film-club", title: "Film club", startsAt: "2026-12-02T17:00:00Z" },
    ...photographed,
    signedOff("2026-11-22T10:30:00Z"),
  ),
  aRecord(
    { ...small, id: "sunday-songs", title: "Sunday songs", startsAt: "2026-11-22T18:00:00Z" },
    signedOff("2026-11-22T11:00:00Z"),
  ),
  aRecord(
    { ...small, id: "board-games", title: "Board games by candlelight", startsAt: "2026-12-01T17:00:00Z" },
    signedOff("2026-11-22T11:30:00Z"),
  ),
  aRecord(
    { ...small, id: "winter-walk", title: "Winter walk and talk", startsAt: "2026-12-09T16:00:00Z" },
    sentBack({
      at: "2026-11-21T18:00:00Z",
      returnedAt: "2026-11-22T09:30:00Z",
      comments: "Please name a second observer: the group is spread out.",
    }),
  ),
];

function sentBack(sent: { at: string; returnedAt: string; comments: string }): Trait {
  return ({ session }) => {
    const returned = { at: sent.returnedAt, by: IDRIS, comments: sent.comments };
    session.submissions.push({ id: "sent-back", at: sent.at, by: AMINA, digest: "", returned });
  };
}

/** The signed-off board games move to another room, which ends the sign-off. */
export const moveToAnotherRoom: Step = {
  at: "2026-11-22T15:00:00Z",
  what: "Board games by candlelight: another room",
  run: async (world, clock) => {
    const { session } = await world.record("board-games");
    const moved = { ...detailsOf(session), where: "Green room, first floor", placeKind: "office" as const };
    return changeDetails(world.actor(AMINA), session.id, moved, { version: null, clock });
  },
};
