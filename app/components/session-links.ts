import type { Action } from "~/domain/permissions";
import type { SessionStatus } from "~/domain/session/status";
import { paths } from "~/paths";

const held: SessionStatus[] = ["live", "finished", "recorded_late"];

/** Where else one can go from a session, besides its next step. `begun`: whether its start has come, held or not. */
export function sessionLinks(
  sessionId: string,
  { status, begun }: { status: SessionStatus; begun: boolean },
  mayDo: (action: Action) => boolean,
): { text: string; to: string }[] {
  return [
    { text: "Run sheet", to: paths.runSheet(sessionId) },
    { text: "Record and timeline", to: paths.record(sessionId) },
    ...(mayDo("consent.withdraw") && begun
      ? [{ text: "Stop using and remove, after a change of mind", to: paths.stopUsing(sessionId) }]
      : []),
    ...(mayDo("session.cancel") && !held.includes(status) && status !== "cancelled"
      ? [{ text: "Cancel this session", to: paths.cancelSession(sessionId) }]
      : []),
  ];
}
