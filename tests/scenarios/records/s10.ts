import type { SessionRecord } from "~/domain/record/schema";
import { AMINA } from "../../factories/lanternmoor";
import { discordVoice } from "../../factories/platform-modes";
import type { Plan } from "../../factories/plan";
import { aRecord } from "../../factories/record";
import { withParticipant } from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";

const podcast: Partial<Plan> = {
  id: "podcast-live",
  title: "Podcast live",
  startsAt: "2026-12-14T18:00:00Z",
  modes: [discordVoice()],
  participants: [
    aYoungPerson("Marnie", "Ashgrove-Teale", "2010-01-22", { displayName: "marnie_ashgrove07" }),
    aYoungPerson("Jo", "Li", "2009-10-03", { displayName: "Jolie" }),
    ...sixteenToSeventeen(3),
  ],
};
const marnie = withParticipant("marnie-ashgrove-teale", { displayName: "Marnie" });

/** S10: a display name that holds part of a surname, and one that only resembles a name. */
export const s10: Record<string, SessionRecord> = {
  s10: aRecord(podcast),
  "s10-variant-first-name": aRecord(podcast, marnie),
  "s10-variant-confirmed": aRecord(
    podcast,
    marnie,
    withParticipant("jo-li", {
      displayNameConfirmed: { by: AMINA, recordedAt: "2026-11-22T09:00:00Z", displayName: "Jolie" },
    }),
  ),
};
