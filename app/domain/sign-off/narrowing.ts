import type { FactChange } from "./changes";
import type { MaterialFacts } from "./material-facts";

const chatFromClosed = ["off", "host_only", "moderated", "open"];
const joiningSettings =
  /^platforms\[[^\]]+\]\.settings\.(who_can_join|visibility|waiting_room|lock|private_chat)/;
const exposure = /^participants\[[^\]]+\]\.exposure\.(camera|voice|name|chat)$/;

/**
 * Whether a change is on the closed list of those that only narrow what a session does: recording or a machine's
 * notes off, the chat closed further, a participant's camera, voice or name off or nothing of them captured,
 * donations off, the audience more restricted, a participant removed while two or more remain.
 */
export function isNarrowing({ path, before, after }: FactChange, result: MaterialFacts): boolean {
  if (/^media\.(recording|aiNotes)\./.test(path)) {
    const kept = path.startsWith("media.recording") ? result.media.recording : result.media.aiNotes;
    return kept.on === false;
  }
  if (path === "media.chat")
    return chatFromClosed.indexOf(String(after)) < chatFromClosed.indexOf(String(before));
  if (path === "media.donations") return after === "off";
  if (exposure.test(path)) return before === true && after === false;
  if (/^participants\[[^\]]+\]\.notCaptured$/.test(path)) return before === false && after === true;
  if (/^participants\[[^\]]+\]$/.test(path)) return after === null && result.participants.length >= 2;
  if (path.startsWith("audienceRestricted.")) return isRestrictedNow(path, before, after, result);
  if (joiningSettings.test(path)) {
    return path.endsWith(".note")
      ? isSafe(path, result)
      : settingAnswer(before) === "different" && settingAnswer(after) === "safe";
  }
  return false;
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

/** A setting's answer, whether the change names the whole setting or its answer alone. */
function settingAnswer(value: unknown): unknown {
  return typeof value === "object" && value !== null && "answer" in value ? value.answer : value;
}
