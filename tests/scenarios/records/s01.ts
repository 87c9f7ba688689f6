import type { SessionRecord } from "~/domain/record/schema";
import { youtubePrivate } from "../../factories/platform-modes";
import type { Plan } from "../../factories/plan";
import { aRecord } from "../../factories/record";
import { withMedia, withParticipant } from "../../factories/traits";
import type { YoungPerson } from "../../factories/young-people";
import { aYoungPerson, UNSEEN } from "../../factories/young-people";

const owning: Partial<YoungPerson> = { route: "own_account" };

const askUsAnything: Partial<Plan> = {
  id: "ask-us-anything",
  title: "Ask us anything",
  startsAt: "2026-12-10T17:00:00Z",
  modes: [youtubePrivate()],
  chat: "off",
  participants: [
    aYoungPerson("Orla", "Wintersgill", "2012-05-14", owning),
    aYoungPerson("Kieran", "Mossbrook", "2012-08-02", owning),
    aYoungPerson("Priya", "Tolland", "2011-03-21", owning),
    aYoungPerson("Bryony", "Cattermoss", "2010-02-11", owning),
    aYoungPerson("Milo", "Tarrant", "2013-12-11", owning),
  ],
};

/** S1: twelve years old on a platform for 13 and over. */
export const s01: Record<string, SessionRecord> = {
  s01: aRecord(askUsAnything),
  "s01-variant-no-visible-adult": aRecord(askUsAnything, withMedia({ adultOnCamera: false })),
  "s01-variant-next-day": aRecord({ ...askUsAnything, startsAt: "2026-12-11T17:00:00Z" }),
  "s01-variant-in-room": aRecord(
    askUsAnything,
    withParticipant("milo-tarrant", { accessRoute: "in_room", exposure: UNSEEN }),
  ),
};
