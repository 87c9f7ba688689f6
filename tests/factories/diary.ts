/**
 * When each step of the preparation happened, as instants in UTC (days where a record holds a day).
 * A session entered afterwards keeps these, and `enteredAt` says when they reached the record.
 */
export type Diary = {
  /** Statements of adults and of the organisation, renewed yearly. */
  renewed: string;
  riskAssessed: string;
  /** Place, platform, adults, topic and media are chosen. */
  planned: string;
  settingsChecked: string;
  participantsAdded: string;
  consented: string;
  /** Statements of the session, and the considered answers. */
  prepared: string;
  briefed: string;
  /** A safeguarding lead considered the young people. */
  considered: string;
  /** When everything was entered, if that was not at once. */
  enteredAt: string | null;
};

export const NOVEMBER: Diary = {
  renewed: "2026-09-01",
  riskAssessed: "2026-11-06",
  planned: "2026-11-02T10:00:00Z",
  settingsChecked: "2026-11-03T10:00:00Z",
  participantsAdded: "2026-11-09T10:00:00Z",
  consented: "2026-11-16T15:00:00Z",
  prepared: "2026-11-19T11:00:00Z",
  briefed: "2026-11-20T16:00:00Z",
  considered: "2026-11-21T10:00:00Z",
  enteredAt: null,
};

/** The calendar day of an instant; every step happens at an hour at which London and UTC share the day. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

/** When a step reached the record. */
export function enteredAt(diary: Diary, at: string): string {
  return diary.enteredAt ?? at;
}
