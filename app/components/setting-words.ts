import type { PlatformSetting, Session } from "~/domain/record/session";
import { chatWords } from "~/forms/media-form";

/** What the safe value of each setting is, for a session that plans this. */
export function safeSettings({ chat, recording }: Session["media"]): Record<PlatformSetting, string> {
  return {
    who_can_join: "Only people whom you invited",
    waiting_room: "On: somebody of yours lets each person in",
    lock: "Locked once everybody is there",
    visibility: "Nobody can find it without your link",
    chat: `As planned: ${chatWords[chat.value].toLowerCase()}`,
    private_chat: "Off",
    rename: "Off: only you change the names that are shown",
    screen_share: "Off, or for you only",
    recording: recording.on ? "Only you can record" : "Off for everybody",
  };
}
