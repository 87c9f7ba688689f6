import { boundaryStatements } from "~/forms/boundaries-form";
import type { SessionRecord } from "~/domain/record/schema";
import type { Statement, StatementKind } from "~/domain/record/statement";
import { considerParticipants } from "~/services/consider-participants.server";
import { considerWatchers } from "~/services/consider-watchers.server";
import { describeTopic } from "~/services/describe-topic.server";
import { keepBoundaries, type Boundaries } from "~/services/keep-boundaries.server";
import { planAccessibility } from "~/services/plan-accessibility.server";
import { recordOrganiser } from "~/services/record-organiser.server";
import type { Step } from "./play";
import type { World } from "./world";

/** Through which accounts and contact young people are reached, the risk assessment, and what the planner states of them. */
export function boundarySteps(record: SessionRecord): Step[] {
  const { session } = record;
  const states = boundaryStatements.filter((kind) => statementOf(record, kind));
  const stated = states.map((kind) => statementOf(record, kind)?.recordedAt ?? session.createdAt);
  const risk = session.riskAssessment;
  const keep = (at: string, what: string, change: (world: World) => Partial<Boundaries>): Step => ({
    at,
    what: `${session.title}: ${what}`,
    run: (world, clock) => {
      const boundaries = { ...reached(record, world), riskAssessment: null, states: [], ...change(world) };
      const options = { version: null, clock };
      return keepBoundaries(
        world.actor(session.plannedBy),
        world.id("session", session.id),
        boundaries,
        options,
      );
    },
  });
  const assessed = risk && { completedOn: risk.completedOn, agreedBy: risk.agreedBy };
  return [
    keep(session.createdAt, "accounts and invitation", () => ({})),
    ...(risk ? [keep(risk.recordedAt, "risk assessment", () => ({ riskAssessment: assessed }))] : []),
    ...(stated[0] ? [keep(stated[0], "boundaries", () => ({ riskAssessment: assessed, states }))] : []),
  ];
}

function reached({ session }: SessionRecord, world: World) {
  const account = (id: string | null | undefined) => (id ? world.id("account", id) : null);
  return {
    invites: account(session.accounts?.invites),
    stream: account(session.accounts?.stream),
    contactRouteId: session.contactRouteId && world.id("contact", session.contactRouteId),
    inviteText: session.inviteText,
    linkSharedPrivately: session.linkSharedPrivately,
  };
}

/** What is considered and stated of needs, watchers and the organiser. */
export function preparationSteps(record: SessionRecord): Step[] {
  const { session } = record;
  const { accessibility, topic, audienceRestricted, saving, organiser } = session;
  const planner = (world: World) => world.actor(session.plannedBy);
  const own = (world: World) => world.id("session", session.id);
  const steps: (Step | null)[] = [
    stated(record, "needs_asked", (world, clock) =>
      planAccessibility(
        planner(world),
        own(world),
        { ...accessibility, asked: true },
        { version: null, clock },
      ),
    ),
    topic &&
      stated(record, "needs_considered", (world, clock) => {
        const { text, flags, adjustments } = topic;
        const form = { topic: text, flags, adjustments, considered: true };
        return describeTopic(planner(world), own(world), form, { version: null, clock });
      }),
    audienceRestricted && {
      at: audienceRestricted.recordedAt,
      what: `${session.title}: who can watch`,
      run: (world, clock) =>
        considerWatchers(
          planner(world),
          own(world),
          { restricted: audienceRestricted, saving },
          { version: null, clock },
        ),
    },
    organiser?.saved
      ? {
          at: organiser.saved.recordedAt,
          what: `${session.title}: what the organiser told us`,
          run: (world, clock) =>
            recordOrganiser(planner(world), own(world), toldBy(organiser), { version: null, clock }),
        }
      : null,
  ];
  return steps.filter((step) => step !== null);
}

type Organiser = NonNullable<SessionRecord["session"]["organiser"]>;

function toldBy({ name, dataUse, content, suitability, saved, reused }: Organiser) {
  return {
    name,
    dataUse,
    content: content && without(content),
    suitability: suitability && without(suitability),
    saved: saved && without(saved),
    reused: reused && without(reused),
  };
}

function without<T extends { by: string; recordedAt: string }>({ by: _by, recordedAt: _at, ...rest }: T) {
  return rest;
}

/** A safeguarding lead considers the young people, and what they will watch. */
export function leadSteps(record: SessionRecord): Step[] {
  const considered = statementOf(record, "lead_considered");
  const note = statementOf(record, "lead_content_note");
  const lead = (statement: Statement, content: { handled: boolean; note: string | null } | null): Step => ({
    at: statement.recordedAt,
    what: `${record.session.title}: considered by a safeguarding lead`,
    run: (world, clock) =>
      considerParticipants(
        world.actor(statement.by),
        world.id("session", record.session.id),
        { inPlace: considered?.answer === "yes", arrangements: considered?.note ?? null, content },
        { version: null, clock },
      ),
  });
  return [
    ...(considered ? [lead(considered, null)] : []),
    ...(note ? [lead(note, { handled: note.answer === "yes", note: note.note })] : []),
  ];
}

function stated(record: SessionRecord, kind: StatementKind, run: Step["run"]): Step | null {
  const statement = statementOf(record, kind);
  return statement && { at: statement.recordedAt, what: `${record.session.title}: ${kind}`, run };
}

function statementOf({ statements, session }: SessionRecord, kind: StatementKind): Statement | null {
  return statements.find((each) => each.kind === kind && each.about.id === session.id) ?? null;
}
