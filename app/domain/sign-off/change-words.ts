import { takenBackWords } from "../consent/taken-back";
import { allRules } from "../readiness/rules/all";
import type { FactChange } from "./changes";

/** A change as a code without ids, for notices and the audit trail: `participants.exposure.camera`. */
export function changeCode({ path, before, after }: FactChange): string {
  const place = path.replace(/\[[^\]]*\]/g, "");
  if (!path.endsWith("]")) return place;
  return `${place}.${before === null ? "added" : after === null ? "removed" : "changed"}`;
}

/** A requirement that stood and does not any more, as a code beside those of changes. */
export function brokenCode(requirement: string): string {
  return `requirement.${requirement}`;
}

/** What was missing is there again, though nothing material changed. */
export const mendedOtherwise = "mended_otherwise";

/** One place for another: what was added and what was taken away is one change to people. */
export const placeChanged = "The place changed";

const exact: Record<string, string> = {
  [mendedOtherwise]: "What was missing is there again, so the session needs signing off again",
  "participants.added": "A young person was added",
  "participants.removed": "A young person was taken off the list",
  "adults.added": "An adult was added",
  "adults.removed": "An adult was taken off",
  "platforms.added": "A platform was added",
  "platforms.removed": "A platform was taken away",
  platforms: "The order of the platforms changed",
  "places.added": "A place was added",
  "places.removed": "A place was taken away",
  startsAt: "The start was moved",
  endsAt: "The end was moved",
  zone: "The time zone changed",
  kind: "Who hosts changed",
  format: "The format changed",
  audience: "Whether the audience is named changed",
  purpose: "The purpose changed",
  inviteText: "The invitation changed",
  reportingAdultId: "Who reports and removes changed",
  linkSharedPrivately: "How the link is shared changed",
  "media.chat": "The chat setting changed",
  "media.donations": "The setting for donations changed",
  "media.images": "Whether photos are taken changed",
  "media.replay": "Whether the recording is shown again changed",
  "organiser.dataUse": "What the organiser gets to know about young people changed",
  "media.adultOnCamera": "Whether an adult is on camera changed",
  "participants.personId": "Another person takes part in somebody's place",
  "participants.displayName": "A name shown on the stream changed",
  "participants.birth": "A date of birth was corrected",
  "participants.accessRoute": "How a young person joins changed",
  "participants.needs": "An access need changed",
  "participants.notCaptured": "Whether a young person is captured changed",
};

const beginnings: [string, string][] = [
  ["participants.exposure", "A young person's camera, voice, name or chat changed"],
  ["media.recording", "Recording changed"],
  ["media.aiNotes", "The machine's notes changed"],
  ["media.imagesUse", "What photos are for, or how long they are kept, changed"],
  ["media.replayUse", "Where the recording is shown again, or until when, changed"],
  ["media", "What the session shows changed"],
  ["platforms", "A platform's settings changed"],
  ["modes", "What is known of a platform changed"],
  ["places", "Where the session is filmed changed"],
  ["adults", "An adult's role or details changed"],
  ["topic", "The topic changed"],
  ["contactRoute", "How young people ask questions changed"],
  ["accounts", "The accounts used changed"],
  ["accessibility", "The accessibility features changed"],
  ["audienceRestricted", "The answer on limiting the audience changed"],
  ["saving", "The answer on saving the stream changed"],
  ["riskAssessment", "The risk assessment changed"],
  ["organiser", "What the organiser told us changed"],
  ["audienceNotice", "The audience notice changed"],
  ["consent", "A young person's answers changed"],
];

/** What a change code says to people; never a name, and never more than the code itself holds. */
export function changeWords(code: string): string {
  const broken = allRules.find(({ id }) => brokenCode(id) === code);
  if (broken) return `No longer in place: ${broken.title}`;
  return (
    takenBackWords(code) ??
    exact[code] ??
    beginnings.find(([start]) => code.startsWith(start))?.[1] ??
    "Something about the session changed"
  );
}

/** The distinct sentences for several codes, in order. */
export function changesInWords(codes: readonly string[]): string[] {
  const moved = ["places.added", "places.removed"].every((code) => codes.includes(code));
  const words = codes.map((code) => (moved && code.startsWith("places.") ? placeChanged : changeWords(code)));
  return [...new Set(words)];
}
