import type { Readiness } from "~/domain/readiness/result";
import type { SessionStatus } from "~/domain/session/status";
import { paths } from "~/paths";
import { LinkButton } from "./button";

export type Step = { text: string; to: string } | null;

type Asked = {
  sessionId: string;
  status: SessionStatus;
  readiness: Readiness;
  /** Where the first thing to put right is mended. */
  first: string | null;
  mayMarkReady: boolean;
  maySign: boolean;
};

/** The one thing to do next with a session, for who looks at it; null where there is nothing for them to do. */
export function nextStep({ sessionId, status, readiness, first, mayMarkReady, maySign }: Asked): Step {
  if (status === "waiting_for_sign_off") {
    return maySign ? { text: "Review and sign off", to: paths.signOff(sessionId) } : null;
  }
  if (status === "signed_off" || status === "live")
    return { text: "Open the run sheet", to: paths.runSheet(sessionId) };
  if (status === "finished" || status === "cancelled" || status === "recorded_late") {
    return { text: "See the record", to: paths.record(sessionId) };
  }
  if (readiness.blockers.length > 0) {
    return mayMarkReady
      ? { text: "Record a session that has already happened", to: paths.recordLate(sessionId) }
      : null;
  }
  if (readiness.ready) {
    return mayMarkReady ? { text: "Check and send for sign-off", to: paths.checkAnswers(sessionId) } : null;
  }
  return first ? { text: "Put the first one right", to: first } : null;
}

export function NextStep({ step }: { step: Step }) {
  return step ? <LinkButton to={step.to}>{step.text}</LinkButton> : null;
}
