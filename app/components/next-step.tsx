import type { Readiness } from "~/domain/readiness/result";
import type { Session } from "~/domain/record/session";
import type { SessionStatus } from "~/domain/session/status";
import { isBefore } from "~/domain/time/order";
import { paths } from "~/paths";
import { LinkButton } from "./button";

export type Step = { text: string; to: string } | null;

type Asked = {
  session: Pick<Session, "id" | "endsAt">;
  status: SessionStatus;
  readiness: Pick<Readiness, "at" | "ready" | "blockers">;
  /** Where the first thing to put right is mended; null where nothing is, or it is not for the reader to mend. */
  first: string | null;
  /** How many things there are to put right. */
  left: number;
  mayMarkReady: boolean;
  /** As an approver whom nothing bars. */
  maySign: boolean;
};

/** The one thing to do next with a session, for who looks at it; null where there is nothing for them to do. */
export function nextStep({ session, status, readiness, first, left, mayMarkReady, maySign }: Asked): Step {
  const { id } = session;
  if (status === "waiting_for_sign_off") {
    return maySign ? { text: "Review and sign off", to: paths.signOff(id) } : null;
  }
  if (status === "signed_off" || status === "live") {
    return { text: "Open the run sheet", to: paths.runSheet(id) };
  }
  if (status === "finished" || status === "cancelled" || status === "recorded_late") {
    return { text: "See the record", to: paths.record(id) };
  }
  if (readiness.blockers.length > 0) {
    const over = !isBefore(readiness.at.toString(), session.endsAt);
    return mayMarkReady && over
      ? { text: "Record a session that has already happened", to: paths.recordLate(id) }
      : null;
  }
  if (readiness.ready) {
    return mayMarkReady ? { text: "Check and send for sign-off", to: paths.checkAnswers(id) } : null;
  }
  return first ? { text: left === 1 ? "Put it right" : "Put the first one right", to: first } : null;
}

export function NextStep({ step }: { step: Step }) {
  return step ? <LinkButton to={step.to}>{step.text}</LinkButton> : null;
}
