import { isStaffRoute } from "~/domain/consent/answer-routes";
import { Temporal } from "temporal-polyfill";
import type { ConsentScope } from "~/domain/record/fields";
import type { ConsentEvent, Participant } from "~/domain/record/participant";
import type { SessionRecord } from "~/domain/record/schema";
import { accept } from "~/domain/refusal";
import { addKnownPeople } from "~/services/add-known-people.server";
import { addParticipant } from "~/services/add-participant.server";
import { changeParticipant } from "~/services/change-participant.server";
import { recordBriefing } from "~/services/record-briefing.server";
import { recordConsent } from "~/services/record-consent.server";
import { withdrawConsent } from "~/services/withdraw-consent.server";
import type { Step } from "./play";
import type { World } from "./world";

/** The young people are added: as new, or from earlier sessions and then described for this one. */
export function participantSteps({ session, participants }: SessionRecord): Step[] {
  return groupsOf(participants, ({ addedAt }) => addedAt).map((added) => ({
    at: later(added[0]?.addedAt ?? session.createdAt, session.createdAt),
    what: `${session.title}: ${added.length} young people are added`,
    run: async (world, clock) => {
      const planner = world.actor(session.plannedBy);
      const sessionId = world.id("session", session.id);
      const known = added.filter(({ personId }) => world.knows("person", personId));
      for (const young of added.filter((each) => !known.includes(each))) {
        const outcome = await addParticipant(planner, sessionId, answersOf(young), { clock });
        if (!outcome.ok) return outcome;
      }
      if (known.length > 0) {
        const personIds = known.map(({ personId }) => world.id("person", personId));
        const choice = { personIds, accessRoute: null };
        const outcome = await addKnownPeople(planner, sessionId, choice, { clock });
        if (!outcome.ok) return outcome;
      }
      learnIds(world, added, await world.record(session.id));
      for (const young of known) {
        const id = world.id("participant", `${session.title}:${young.id}`);
        const options = { version: null, clock };
        const outcome = await changeParticipant(planner, sessionId, id, answersOf(young), options);
        if (!outcome.ok) return outcome;
      }
      return accept(null);
    },
  }));
}

function learnIds(world: World, added: Participant[], { session, participants }: SessionRecord): void {
  for (const { id, personId, firstName, surname } of added) {
    const here = participants.find((each) => each.firstName === firstName && each.surname === surname);
    if (!here) throw new Error(`${firstName} ${surname} was not added to ${session.title}`);
    world.addId("person", personId, here.personId);
    world.addId("participant", `${session.title}:${id}`, here.id);
  }
}

function answersOf(young: Participant) {
  const { displayName, firstName, surname, birth, accessRoute, needs, exposure } = young;
  return {
    ...{ displayName, firstName, surname, birth, accessRoute, needs, exposure },
    nameCheck: "surname" as const,
    confirmedName: young.displayNameConfirmed?.displayName ?? null,
    notCaptured: young.notCaptured !== null,
  };
}

/** What each giver said at one time about one young person, recorded by somebody who spoke with them. */
export function consentSteps(record: SessionRecord): Step[] {
  const sayings = groupsOf(record.consentEvents, ({ giver, at, participantId, answer }) =>
    JSON.stringify([at, participantId, giver.id, answer === "withdrawn"]),
  );
  return sayings.map((events) => consentStep(record, events));
}

function consentStep({ session, participants }: SessionRecord, events: ConsentEvent[]): Step {
  const [first] = events;
  const young = participants.find(({ id }) => id === first?.participantId);
  if (!first || !young) throw new Error("An answer is about somebody who takes no part");
  const at = first.at === first.recordedAt ? null : first.at;
  return {
    at: first.recordedAt,
    what: `${session.title}: ${first.giver.relationship} answers for ${young.code}`,
    run: (world, clock) => {
      const actor = world.actor(first.recordedBy);
      const sessionId = world.id("session", session.id);
      const id = world.id("participant", `${session.title}:${young.id}`);
      const how = isStaffRoute(first.how) ? first.how : "text";
      if (first.answer === "withdrawn") {
        const scopes = events.map(({ scope }) => scope);
        return withdrawConsent(actor, sessionId, id, { giverId: null, scopes, how, at }, { clock });
      }
      const said = {
        giver: giverOf(young, first),
        answers: answersBy(events),
        asked: {},
        how,
        at,
        understood: true,
        spokenWith: true,
        until: null,
      };
      return recordConsent(actor, sessionId, id, said, { seen: null, clock });
    },
  };
}

function giverOf({ surname }: Participant, { giver }: ConsentEvent) {
  const { relationship } = giver;
  if (relationship === "self") return { kind: "self" } as const;
  return { kind: "new", relationship, name: `Sam ${surname ?? "Lanternmoor"}` } as const;
}

function answersBy(events: ConsentEvent[]): Partial<Record<ConsentScope, "yes" | "no">> {
  return Object.fromEntries(events.map(({ scope, answer }) => [scope, answer === "yes" ? "yes" : "no"]));
}

/** The young people are spoken to, several at a time where it was the same conversation. */
export function briefingSteps({ session, briefings }: SessionRecord): Step[] {
  const talks = groupsOf(briefings, ({ briefedAt, recordedAt, briefedBy }) =>
    JSON.stringify([briefedAt, recordedAt, briefedBy]),
  );
  return talks.flatMap((talk) => {
    const [first] = talk;
    if (!first) return [];
    return {
      at: first.recordedAt,
      what: `${session.title}: ${talk.length} briefed`,
      run: (world, clock) => {
        const { how, points, briefedBy, accessSupport, briefedAt, recordedAt } = first;
        const participantIds = talk.map(({ participantId }) =>
          world.id("participant", `${session.title}:${participantId}`),
        );
        const at = briefedAt === recordedAt ? null : briefedAt;
        const given = { participantIds, at, how, version: 1, points, briefedBy, accessSupport };
        return recordBriefing(world.actor(first.recordedBy), world.id("session", session.id), given, {
          clock,
        });
      },
    } satisfies Step;
  });
}

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

function later(a: string, b: string): string {
  return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b)) < 0 ? b : a;
}
