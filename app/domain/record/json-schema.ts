import { z } from "zod";
import { adult } from "./adult";
import { organisation, policy } from "./organisation";
import { briefing, consentEvent, participant } from "./participant";
import { platformMode } from "./platform-mode";
import { sessionRecord } from "./schema";
import { session } from "./session";
import { statement } from "./statement";

const parts = {
  organisation,
  policy,
  platformMode,
  adult,
  session,
  participant,
  consentEvent,
  briefing,
  statement,
};

/**
 * The JSON Schema (draft 2020-12) of the session record, as text: what `docs/session-record.schema.json` holds and
 * `greenroom schema` prints. Parts that a record and the facts as signed share stand under `$defs`.
 */
export function sessionRecordSchemaText(): string {
  const metadata = z.registry<{ id: string }>();
  for (const [id, part] of Object.entries(parts)) metadata.add(part, { id });
  const schema = {
    title: "Greenroom session record",
    ...z.toJSONSchema(sessionRecord, { io: "input", metadata }),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
