import type { SessionRecord } from "~/domain/record/schema";

/** Changes a record so that this many people like its first take part, of whom nothing is answered or told yet. */
export function soManyPeople(count: number): (record: SessionRecord) => void {
  return (record) => {
    const [first] = record.participants;
    if (!first) throw new Error("Nobody takes part");
    record.participants = Array.from({ length: count }, (_, at) => ({
      ...structuredClone(first),
      id: `participant-${at}`,
      personId: `person-${at}`,
      code: `YP-${String(at + 1).padStart(2, "0")}`,
      displayName: `Seat ${at + 1}`,
    }));
    Object.assign(record, { consentEvents: [], briefings: [] });
  };
}
