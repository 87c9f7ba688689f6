import { Temporal } from "temporal-polyfill";
import type { Session } from "~/domain/record/session";
import type { Adult } from "~/domain/record/adult";
import { rulesVersion } from "~/domain/record/rule-sets";
import type { Facts, ListedFacts, SessionRecord } from "~/domain/record/schema";
import type { Transaction } from "./database.server";
import { loadAdults, loadBookings, type AdultAlone, type Booking } from "./session-record/adult-rows.server";
import { loadAuditEntries } from "./session-record/audit-rows.server";
import { loadModes } from "./session-record/mode-rows.server";
import { loadOrganisation, loadPolicies, policyFor } from "./session-record/organisation-rows.server";
import {
  loadBriefings,
  loadConsentEvents,
  loadParticipants,
  type OfSession,
} from "./session-record/participant-rows.server";
import { findSessionRows, toSession } from "./session-record/session-rows.server";
import { loadListedSignOffs, loadSignOffs } from "./session-record/sign-off-rows.server";
import { loadStatements } from "./session-record/statement-rows.server";
import { toInstant } from "./stored-time.server";

/** How far around a session its adults' other sessions are looked for. */
const BOOKINGS_AROUND = { hours: 24 };

/**
 * The full records of several sessions, in the order of `ids`; ids that are not there are left out. The number of
 * queries does not depend on how many sessions are asked for.
 */
export async function loadSessionRecords(
  tx: Transaction,
  organisationId: string,
  ids: string[],
): Promise<SessionRecord[]> {
  const found = await loadFacts(tx, organisationId, ids);
  const sessionIds = found.map(({ session }) => session.id);
  const signed = await loadSignOffs(tx, organisationId, sessionIds);
  const audit = await loadAuditEntries(tx, organisationId, sessionIds);
  return found.map((facts) => ({
    ...facts,
    ...(signed.get(facts.session.id) ?? { signOffs: [], acceptances: [] }),
    audit: audit.get(facts.session.id) ?? [],
  }));
}

/** The same for lists: without the history, and without the facts as signed, each as large as a record. */
export async function loadListedFacts(
  tx: Transaction,
  organisationId: string,
  ids: string[],
): Promise<ListedFacts[]> {
  const found = await loadFacts(tx, organisationId, ids);
  const sessionIds = found.map(({ session }) => session.id);
  const signed = await loadListedSignOffs(tx, organisationId, sessionIds);
  return found.map((facts) => ({
    ...facts,
    ...(signed.get(facts.session.id) ?? { signOffs: [], acceptances: [] }),
  }));
}

/** What records are made of besides sign-offs and what came of them: acceptances are still to be filled in. */
async function loadFacts(tx: Transaction, organisationId: string, ids: string[]): Promise<Facts[]> {
  const sessions = (await findSessionRows(tx, organisationId, ids)).map(toSession);
  if (sessions.length === 0) return [];
  const sessionIds = sessions.map((session) => session.id);
  const modeIds = unique(sessions.flatMap((session) => session.platforms.map((link) => link.modeId)));
  const adultIds = unique(sessions.flatMap(adultsOf));

  // One after the other: a transaction has one connection, and PostgreSQL answers it in turn.
  const organisation = await loadOrganisation(tx, organisationId);
  const policies = await loadPolicies(tx, organisationId);
  const modes = await loadModes(tx, organisationId, modeIds);
  const adults = await loadAdults(tx, organisationId, adultIds);
  const bookings = await loadBookings(tx, organisationId, adultIds, spanOf(sessions));
  const statements = await loadStatements(tx, organisationId, { sessionIds, adultIds });
  const participants = await loadParticipants(tx, organisationId, sessionIds);
  const consentEvents = await loadConsentEvents(tx, organisationId, sessionIds);
  const briefings = await loadBriefings(tx, organisationId, sessionIds);

  function factsOf(session: Session): Facts {
    const those = new Set(adultsOf(session));
    return {
      format: "greenroom.session-record/1",
      rules: rulesVersion,
      organisation,
      policy: policyFor(policies, session.startsAt, session.zone),
      platformModes: unique(session.platforms.map((link) => link.modeId)).flatMap(
        (id) => modes.get(id) ?? [],
      ),
      adults: [...those].flatMap((id) => withBookings(adults.get(id), session, bookings)),
      session,
      participants: of(session, participants),
      consentEvents: of(session, consentEvents),
      briefings: of(session, briefings),
      statements: [
        ...statements.standing.filter(({ about }) => about.kind !== "adult" || those.has(about.id)),
        ...(statements.bySession.get(session.id) ?? []),
      ],
      acceptances: [],
      derived: null,
    };
  }
  const byId = new Map(sessions.map((session) => [session.id, session]));
  return ids.flatMap((id) => byId.get(id) ?? []).map(factsOf);
}

/** The full record of one session, or null where the organisation has none with this id. */
export async function loadSessionRecord(
  tx: Transaction,
  organisationId: string,
  sessionId: string,
): Promise<SessionRecord | null> {
  const [record] = await loadSessionRecords(tx, organisationId, [sessionId]);
  return record ?? null;
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)];
}

function of<T>(session: Session, rows: OfSession<T>[]): T[] {
  return rows.filter((row) => row.sessionId === session.id).map((row) => row.value);
}

/** The adults that a record must know: everybody with a role, and whoever removes and reports. */
function adultsOf({ assignments, reportingAdultId }: Session): string[] {
  return unique([
    ...assignments.map(({ adultId }) => adultId),
    ...(reportingAdultId ? [reportingAdultId] : []),
  ]);
}

function around({ startsAt, endsAt }: Session): { from: Temporal.Instant; to: Temporal.Instant } {
  return {
    from: Temporal.Instant.from(startsAt).subtract(BOOKINGS_AROUND),
    to: Temporal.Instant.from(endsAt).add(BOOKINGS_AROUND),
  };
}

function spanOf(sessions: Session[]): { from: Date; to: Date } {
  const spans = sessions.map(around);
  return {
    from: new Date(Math.min(...spans.map(({ from }) => from.epochMilliseconds))),
    to: new Date(Math.max(...spans.map(({ to }) => to.epochMilliseconds))),
  };
}

function withBookings(adult: AdultAlone | undefined, session: Session, bookings: Booking[]): Adult[] {
  if (!adult) return [];
  const { from, to } = around(session);
  const otherSessions = bookings
    .filter((booking) => booking.adultId === adult.id && booking.sessionId !== session.id)
    .filter(({ startsAt, endsAt }) => +startsAt < to.epochMilliseconds && +endsAt > from.epochMilliseconds)
    .map(({ sessionId, startsAt, endsAt, recordedAt }) => ({
      sessionId,
      startsAt: toInstant(startsAt),
      endsAt: toInstant(endsAt),
      recordedAt: toInstant(recordedAt),
    }));
  return [{ ...adult, otherSessions: onePerSession(otherSessions) }];
}

/** An adult with two roles in a session is booked there once, since the first of them. */
function onePerSession(bookings: Adult["otherSessions"]): Adult["otherSessions"] {
  return [...new Map(bookings.toReversed().map((booking) => [booking.sessionId, booking])).values()];
}
