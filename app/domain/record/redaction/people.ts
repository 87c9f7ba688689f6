import { toldOtherwise } from "../../consent/asked";
import type { Briefing, ConsentEvent, Participant } from "../participant";
import type { Acceptance, Facts } from "../schema";
import type { Statement } from "../statement";
import { typed, type Codes } from "./codes";
import { renameSubject, type Kind } from "./pseudonyms";

export function redactParticipant(participant: Participant, codes: Codes): Participant {
  const code = codes.of("participant", participant.id);
  const shown = participant.displayName;
  const confirmed = participant.displayNameConfirmed;
  return {
    id: code,
    personId: codes.of("person", participant.personId),
    code: participant.code,
    firstName: null,
    surname: null,
    noSurname: participant.noSurname && codes.by(participant.noSurname),
    displayName: shown === null ? null : code,
    displayNameConfirmed: confirmed && {
      ...codes.by(confirmed),
      displayName: confirmed.displayName === shown ? code : typed(confirmed.displayName),
    },
    birth: null,
    accessRoute: participant.accessRoute,
    needs: participant.needs,
    exposure: redactExposure(participant.exposure),
    notCaptured: participant.notCaptured && codes.by(participant.notCaptured),
    addedAt: participant.addedAt,
  };
}

function redactExposure({ camera, voice, name, chat }: Participant["exposure"]): Participant["exposure"] {
  return { camera, voice, name, chat };
}

/** What was told is typed by staff, so that nothing but whether it is another now is left of its digest. */
export function redactConsentEvent(event: ConsentEvent, codes: Codes, facts: Facts): ConsentEvent {
  return {
    id: codes.of("consent", event.id),
    seq: event.seq,
    participantId: codes.of("participant", event.participantId),
    scope: event.scope,
    answer: event.answer,
    giver: {
      id: codes.of("giver", event.giver.id),
      relationship: event.giver.relationship,
      name: typed(event.giver.name),
    },
    how: event.how,
    at: event.at,
    recordedAt: event.recordedAt,
    recordedBy: codes.of(
      event.recordedBy === event.participantId ? "participant" : "staff",
      event.recordedBy,
    ),
    wording: {
      id: event.wording.id,
      version: event.wording.version,
      digest: event.wording.digest,
      language: event.wording.language,
    },
    validUntil: event.validUntil,
    organisations: event.organisations.map((name) => codes.of("organisation-named", name)),
    corrects: codes.orNull("consent", event.corrects),
    ...(event.told && toldOtherwise(facts, event) ? { told: typed(event.told) } : {}),
    confirmedBy: event.confirmedBy && {
      by: codes.of("staff", event.confirmedBy.by),
      at: event.confirmedBy.at,
    },
  };
}

export function redactBriefing(briefing: Briefing, codes: Codes): Briefing {
  return {
    id: codes.of("briefing", briefing.id),
    participantId: codes.of("participant", briefing.participantId),
    briefedAt: briefing.briefedAt,
    how: briefing.how,
    version: briefing.version,
    points: briefing.points,
    briefedBy: codes.name(briefing.briefedBy),
    accessSupport: typed(briefing.accessSupport),
    recordedAt: briefing.recordedAt,
    recordedBy: codes.of("staff", briefing.recordedBy),
  };
}

const aboutKinds: Partial<Record<Statement["about"]["kind"], Kind>> = {
  adult: "adult",
  participant: "participant",
};

export function redactStatement(statement: Statement, codes: Codes): Statement {
  const kind = aboutKinds[statement.about.kind];
  return {
    id: codes.of("statement", statement.id),
    kind: statement.kind,
    about: {
      kind: statement.about.kind,
      id: kind ? codes.of(kind, statement.about.id) : statement.about.id,
    },
    by: codes.of("staff", statement.by),
    as: statement.as,
    statedOn: statement.statedOn,
    recordedAt: statement.recordedAt,
    textVersion: statement.textVersion,
    answer: statement.answer,
    note: typed(statement.note),
    scopes: statement.scopes,
    giverId: codes.orNull("giver", statement.giverId),
    proposedBy: codes.orNull("staff", statement.proposedBy),
    until: statement.until,
  };
}

export function redactAcceptance(acceptance: Acceptance, codes: Codes): Acceptance {
  return {
    id: codes.of("acceptance", acceptance.id),
    signOffId: codes.of("sign-off", acceptance.signOffId),
    requirement: acceptance.requirement,
    code: acceptance.code,
    subject: renameSubject(acceptance.subject, codes.of),
    reason: typed(acceptance.reason),
    by: codes.of("staff", acceptance.by),
    at: acceptance.at,
    until: acceptance.until,
    endedAt: acceptance.endedAt,
  };
}
