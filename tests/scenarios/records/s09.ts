import type { SessionRecord } from "~/domain/record/schema";
import type { Plan } from "../../factories/plan";
import type { Trait } from "../../factories/record";
import { aBriefing, aRecord } from "../../factories/record";
import { find } from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";

const theDayBefore = "2026-11-24T16:00:00Z";

function gamingChat(ottilieBriefedAt: string): Partial<Plan> {
  return {
    id: "gaming-chat",
    title: "Gaming chat",
    startsAt: "2026-11-25T17:00:00Z",
    participants: [
      aYoungPerson("Ottilie", "Vane", "2010-04-20", { briefedAt: ottilieBriefedAt }),
      ...sixteenToSeventeen(3, { briefedAt: theDayBefore }),
    ],
  };
}

const onlyEnteredTwoDaysLater: Trait = (record) => {
  Object.assign(find(record.briefings, "briefing-ottilie-vane"), { recordedAt: "2026-11-26T17:00:00Z" });
};

const againAfterwards: Trait = (record) => {
  const again = aBriefing("ottilie-vane", "2026-11-25T17:05:00Z", { id: "briefing-ottilie-vane-again" });
  record.briefings.push(again);
};

/** S9: one young person is briefed after the start. */
export const s09: Record<string, SessionRecord> = {
  s09: aRecord(gamingChat("2026-11-25T17:05:00Z")),
  "s09-boundary-at-start": aRecord(gamingChat("2026-11-25T17:00:00Z")),
  "s09-boundary-before-start": aRecord(gamingChat("2026-11-25T16:59:59Z")),
  "s09-variant-entered-late": aRecord(gamingChat(theDayBefore), onlyEnteredTwoDaysLater),
  "s09-variant-repeated": aRecord(gamingChat(theDayBefore), againAfterwards),
};
