import { isTheirs, may, signOffBar, type SessionSubject } from "~/domain/permissions";
import type { Actor } from "~/domain/actor";
import { decisionBar } from "~/domain/consent/givers";
import { viewAt } from "~/domain/readiness/view";
import type { Readiness } from "~/domain/readiness/result";
import type { ListedFacts } from "~/domain/record/schema";
import { sessionLine } from "~/domain/session/session-line";
import type { SessionStatus } from "~/domain/session/status";
import { paths } from "~/paths";
import { sessionHead, type SessionHead } from "./session-head";

type Judged = {
  record: ListedFacts;
  subject: SessionSubject;
  readiness: Readiness;
  status: SessionStatus;
};

/** A session that somebody asks something of: what, and where it is done. */
export type HomeTask = Pick<SessionHead, "id" | "title" | "status" | "line"> & {
  ask: string;
  step: { text: string; to: string };
};

/** What needs a person, by what they are asked for; each session stands under each thing that they can do for it. */
export type HomeTasks = { toSign: HomeTask[]; toConsider: HomeTask[]; toPlan: HomeTask[] };

const over: SessionStatus[] = ["finished", "cancelled", "recorded_late"];

export function homeTasks(actor: Actor, sessions: readonly Judged[]): HomeTasks {
  const upcoming = sessions.filter(({ status }) => !over.includes(status));
  return {
    toSign: upcoming.filter((session) => isForSigning(actor, session)).map(toSign),
    toConsider: [
      ...upcoming.filter((session) => isForConsidering(actor, session)).map(toConsider),
      ...upcoming.filter((session) => isForDeciding(actor, session)).map(toDecide),
    ],
    toPlan: upcoming.flatMap((session) => toPlan(actor, session)),
  };
}

function isForSigning(actor: Actor, { status, subject }: Judged): boolean {
  return (
    status === "waiting_for_sign_off" && may(actor, "session.sign_off") && signOffBar(actor, subject) === null
  );
}

function isForConsidering(actor: Actor, { readiness, subject }: Judged): boolean {
  const silent = ["lead_not_asked", "lead_outdated"];
  return (
    readiness.blockers.length === 0 &&
    may(actor, "session.consider", subject) &&
    readiness.requirements.some(
      ({ id, findings }) => id === "R27" && findings.some(({ code }) => silent.includes(code)),
    )
  );
}

/** Answers differ, and a safeguarding lead who neither plans nor hosts has not decided yet whose counts. */
function isForDeciding(actor: Actor, { record, readiness, subject }: Judged): boolean {
  return (
    readiness.blockers.length === 0 &&
    may(actor, "session.consider", subject) &&
    decisionBar(viewAt(record, readiness.at), actor.userId) === null &&
    readiness.requirements.some(
      ({ id, findings }) => id === "R30" && findings.some(({ code }) => code === "conflict"),
    )
  );
}

function toSign({ record, status }: Judged): HomeTask {
  return {
    ...named(record, status),
    ask: "Waits for you or another approver",
    step: { text: "Review", to: paths.signOff(record.session.id) },
  };
}

function toConsider({ record, status }: Judged): HomeTask {
  return {
    ...named(record, status),
    ask: "Waits for a safeguarding lead to consider the young people",
    step: { text: "Consider", to: paths.leadConsiders(record.session.id) },
  };
}

function toDecide({ record, status }: Judged): HomeTask {
  return {
    ...named(record, status),
    ask: "Answers differ: waits for a safeguarding lead to decide whose counts",
    step: { text: "Decide", to: paths.consent(record.session.id) },
  };
}

function toPlan(actor: Actor, judged: Judged): HomeTask[] {
  const { record, readiness, status, subject } = judged;
  if (!may(actor, "session.edit", subject) || !isTheirs(actor, subject)) return [];
  const mayDo = (action: Parameters<typeof may>[1]) => may(actor, action, subject);
  const { answer, step } = sessionHead({ actor, record, readiness, status, subject }, mayDo);
  return [
    {
      ...named(record, status),
      ask: answer,
      step: step ?? { text: "Open", to: paths.session(record.session.id) },
    },
  ];
}

function named(record: ListedFacts, status: SessionStatus) {
  const { id, title } = record.session;
  return { id, title, status, line: sessionLine(record) };
}
