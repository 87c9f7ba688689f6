import { toStored, toStoredOrNull } from "~/data/stored-time.server";
import type { Actor } from "~/domain/actor";
import type { ChosenMode } from "~/domain/record/session";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { checkStands } from "~/domain/session/settings-check";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";

export type SettingsAnswers = {
  settings: ChosenMode["settings"];
  /** The actor looked at these settings themselves. */
  looked: boolean;
};

/**
 * Answers the settings of one platform mode of a session. A change undoes the check unless the person states that
 * they looked, or the change only keeps more people out. Refuses `not_found` for a mode that is not chosen, and as
 * `editSession`.
 */
export function answerSettings(
  actor: Actor,
  sessionId: string,
  modeId: string,
  { settings, looked }: SettingsAnswers,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(actor, sessionId, { ...options, section: "platform" }, async ({ tx, now, record }) => {
    const link = record.session.platforms.find((each) => each.modeId === modeId);
    if (!link) return refuse("not_found", "This platform is not one of the session’s.");
    const stands = checkStands(record, modeId, settings) ? link.checked : null;
    const checked = looked ? { by: actor.userId, recordedAt: now } : stands;
    await tx.sessionPlatform.updateMany({
      where: { organisationId: actor.organisationId, sessionId, modeId },
      data: {
        settings,
        checkedBy: checked?.by ?? null,
        checkedAt: checked ? toStored(checked.recordedAt) : toStoredOrNull(null),
      },
    });
    return accept(null);
  });
}
