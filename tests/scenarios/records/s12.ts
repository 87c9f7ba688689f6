import type { SessionRecord } from "~/domain/record/schema";
import type { Diary } from "../../factories/diary";
import type { Plan } from "../../factories/plan";
import { aRecord } from "../../factories/record";

const OCTOBER: Diary = {
  renewed: "2026-09-01",
  riskAssessed: "2026-10-09",
  planned: "2026-10-12T10:00:00Z",
  settingsChecked: "2026-10-13T10:00:00Z",
  participantsAdded: "2026-10-15T10:00:00Z",
  consented: "2026-10-28T15:00:00Z",
  prepared: "2026-10-29T11:00:00Z",
  briefed: "2026-10-30T16:00:00Z",
  considered: "2026-10-29T15:00:00Z",
  enteredAt: "2026-11-23T09:00:00Z",
};

const halloween: Partial<Plan> = {
  id: "halloween-special",
  title: "Halloween special",
  startsAt: "2026-10-31T18:00:00Z",
  diary: OCTOBER,
};

/** 01:30 on the night on which the clocks go back, at its second coming; the briefing is 45 minutes earlier. */
const whenClocksGoBack: Partial<Plan> = {
  id: "night-owls",
  title: "Night owls",
  startsAt: "2026-10-25T01:30:00Z",
  diary: {
    ...OCTOBER,
    consented: "2026-10-19T15:00:00Z",
    prepared: "2026-10-20T11:00:00Z",
    considered: "2026-10-20T15:00:00Z",
    briefed: "2026-10-25T00:45:00Z",
    enteredAt: null,
  },
};

/** S12: a session that has already been; and one whose wall-clock time comes twice. */
export const s12: Record<string, SessionRecord> = {
  s12: aRecord(halloween),
  "s12-variant-clock-change": aRecord(whenClocksGoBack),
  "s12-variant-clock-change-first": aRecord({ ...whenClocksGoBack, startsAt: "2026-10-25T00:30:00Z" }),
};
