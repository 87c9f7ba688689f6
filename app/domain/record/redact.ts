import { codesFor } from "./redaction/codes";
import { derive } from "./redaction/derive";
import { redactAdult, redactMode, redactOrganisation, redactPolicy } from "./redaction/organisation";
import {
  redactAcceptance,
  redactBriefing,
  redactConsentEvent,
  redactParticipant,
  redactStatement,
} from "./redaction/people";
import { pseudonymsFor, renameSubject, withheld, type Rename } from "./redaction/pseudonyms";
import { redactSession } from "./redaction/session";
import type { SessionRecord, SignedFacts } from "./schema";

/**
 * The record without anybody's name, birth, address or words: young people become their session codes, adults and
 * staff become codes of their own, and what somebody typed becomes a marker that it was answered. Whoever evaluates
 * it, now or for an earlier moment, gets the same statuses as from the full record. A record that is redacted already
 * is returned as it is.
 */
export function redactRecord(record: SessionRecord): SessionRecord {
  if (record.derived !== null) return record;
  const rename = pseudonymsFor(record, (asked) => void redactWith(record, asked));
  return redactWith(record, rename);
}

function redactWith(record: SessionRecord, rename: Rename): SessionRecord {
  // Young people act too: they answer through links of their own.
  const young = new Set(record.consentEvents.map(({ participantId }) => participantId));
  const actor = (id: string) => rename(young.has(id) ? "participant" : "staff", id);
  return {
    ...redactFacts(record, rename),
    signOffs: record.signOffs.map(({ id, at, by, rules, digest, facts, events }) => ({
      id: rename("sign-off", id),
      at,
      by: rename("staff", by),
      rules,
      digest,
      facts: redactFacts(facts, rename),
      events: events.map((event) => ({
        at: event.at,
        kind: event.kind,
        by: event.by === null ? null : actor(event.by),
        digest: event.digest,
        changes: event.changes.map((change) => (/^[A-Za-z._]+$/.test(change) ? change : withheld)),
      })),
    })),
    audit: record.audit.map(({ seq, at, type, by, subject, hash }) => ({
      seq,
      at,
      type,
      by: by === null ? null : actor(by),
      subject: renameSubject(subject, rename),
      hash,
    })),
  };
}

function redactFacts(facts: SignedFacts, rename: Rename): SignedFacts {
  const codes = codesFor(facts, rename);
  return {
    format: facts.format,
    rules: facts.rules,
    organisation: redactOrganisation(facts.organisation, codes),
    policy: redactPolicy(facts.policy, codes),
    platformModes: facts.platformModes.map((mode) => redactMode(mode, codes)),
    adults: facts.adults.map((adult) => redactAdult(adult, codes)),
    session: redactSession(facts.session, codes),
    participants: facts.participants.map((participant) => redactParticipant(participant, codes)),
    consentEvents: facts.consentEvents.map((event) => redactConsentEvent(event, codes, facts)),
    briefings: facts.briefings.map((briefing) => redactBriefing(briefing, codes)),
    statements: facts.statements.map((statement) => redactStatement(statement, codes)),
    acceptances: facts.acceptances.map((acceptance) => redactAcceptance(acceptance, codes)),
    derived: derive(facts, codes),
  };
}
