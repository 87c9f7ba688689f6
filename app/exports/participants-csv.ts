import { Temporal } from "temporal-polyfill";
import type { ConsentScope } from "~/domain/record/fields";
import { consentScope } from "~/domain/record/fields";
import type { Participant } from "~/domain/record/participant";
import type { SessionRecord } from "~/domain/record/schema";
import { ageOn } from "~/domain/time/age";
import { csvFile } from "./csv-file";
import { answersByScope } from "./answers-by-scope";
import type { RecordExport } from "./record-export";

const scopes = consentScope.options;
const columns = [
  "code",
  "name_shown",
  "age_on_the_day",
  "joins_by",
  "camera",
  "voice",
  "name",
  "chat",
  "captured",
  "briefed_at",
  "points_told",
  ...scopes.map((scope): `consent_${ConsentScope}` => `consent_${scope}`),
] as const;

/** A row for each young person by session code; the name shown on the stream only where names are exported. */
export function participantsCsv(of: RecordExport): string {
  const { record, namesBecause } = of;
  const rows = record.participants.map((participant) => {
    const told = briefingsOf(record, participant);
    return {
      code: participant.code,
      name_shown: namesBecause === null ? null : participant.displayName,
      age_on_the_day: ageOf(record, participant),
      joins_by: participant.accessRoute,
      camera: participant.exposure.camera,
      voice: participant.exposure.voice,
      name: participant.exposure.name,
      chat: participant.exposure.chat,
      captured: participant.notCaptured === null,
      briefed_at: told.map(({ briefedAt }) => briefedAt).join(" "),
      points_told: [...new Set(told.flatMap(({ points }) => points))].sort().join(" "),
      ...consentCells(record, participant),
    };
  });
  return csvFile(of, columns, rows);
}

/** Age in whole years on the session's local date. */
export function ageOf(record: SessionRecord, { id, birth }: Participant): number | null {
  if (record.derived)
    return record.derived.ages.find(({ participantId }) => participantId === id)?.age ?? null;
  const { startsAt, zone } = record.session;
  return birth === null
    ? null
    : ageOn(birth, Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).toPlainDate());
}

function briefingsOf(record: SessionRecord, { id }: Participant) {
  return record.briefings
    .filter(({ participantId }) => participantId === id)
    .sort((a, b) => (a.briefedAt < b.briefedAt ? -1 : 1));
}

/** Each giver's newest answer about each scope, as in `yes (self) no (parent)`; empty where nobody was asked. */
function consentCells(record: SessionRecord, { id }: Participant) {
  const cells = scopes.map((scope): [`consent_${ConsentScope}`, string] => [
    `consent_${scope}`,
    answersByScope(record, id, scope)
      .map(({ answer, giver }) => `${answer} (${giver.relationship})`)
      .join(" "),
  ]);
  return Object.fromEntries(cells) as Record<`consent_${ConsentScope}`, string>;
}
