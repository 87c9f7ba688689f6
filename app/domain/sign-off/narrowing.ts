import type { FactChange } from "./changes";
import type { MaterialFacts } from "./material-facts";

const chatFromClosed = ["off", "host_only", "moderated", "open"];
const keepingOut = ["who_can_join", "visibility", "waiting_room", "lock", "private_chat"];
const exposing = ["camera", "voice", "name", "chat"];

/**
 * Whether a change is on the closed list of those that only narrow what a session does: recording or a machine's
 * notes off, the chat closed further, a participant's camera, voice or name off or nothing of them captured,
 * donations off, the audience more restricted, a participant removed while two or more remain.
 */
export function isNarrowing({ path, before, after }: FactChange, result: MaterialFacts): boolean {
  const field = path.replace(/\[[^\]]*\]/g, "");
  if (field.startsWith("media.recording.")) return !result.media.recording.on;
  if (field.startsWith("media.aiNotes.")) return !result.media.aiNotes.on;
  if (field === "media.chat")
    return chatFromClosed.indexOf(String(after)) < chatFromClosed.indexOf(String(before));
  if (field === "media.donations") return after === "off";
  if (exposing.some((way) => field === `participants.exposure.${way}`)) return after === false;
  if (field === "participants.notCaptured") return after === true;
  if (field === "participants") return after === null && result.participants.length >= 2;
  if (field.startsWith("audienceRestricted.")) return isRestrictedNow(path, before, after, result);
  if (keepingOut.some((setting) => field === `platforms.settings.${setting}.note`))
    return isSafe(path, result);
  const answered = keepingOut.some((setting) => field === `platforms.settings.${setting}.answer`);
  return answered && before === "different" && after === "safe";
}

/** The answer on restricting the audience from no to yes: how it is done comes with it, and the reason for the no goes. */
function isRestrictedNow(path: string, before: unknown, after: unknown, result: MaterialFacts): boolean {
  if (result.audienceRestricted?.answer !== "yes") return false;
  if (path.endsWith(".answer")) return true;
  return path.endsWith(".how") ? before === null : after === null;
}

/** Why a setting differed goes with the difference: a note counts as narrowing where the setting is now safe. */
function isSafe(path: string, result: MaterialFacts): boolean {
  return result.platforms.some(({ id, settings }) =>
    Object.entries(settings).some(
      ([setting, value]) => path === `platforms[${id}].settings.${setting}.note` && value?.answer === "safe",
    ),
  );
}
