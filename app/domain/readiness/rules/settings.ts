import type { PlatformSetting } from "../../record/session";
import { countOf, listInWords } from "../../time/words";
import { checked, fix, silent, wrong, type Rule, type RuleFinding } from "../rule";
import { nspcc, zoomSecurity } from "../sources";
import { olderThan, type LinkedMode } from "../view";
import { noPlatform } from "./platform-review";

/** The settings that decide who sees what (R22), and those that keep strangers and private talk out (B19). */
export const privacySettings: PlatformSetting[] = [
  "who_can_join",
  "chat",
  "recording",
  "rename",
  "screen_share",
  "visibility",
];
export const safetySettings: PlatformSetting[] = [
  "private_chat",
  "screen_share",
  "rename",
  "waiting_room",
  "lock",
];

export const settingWords: Record<PlatformSetting, string> = {
  who_can_join: "who can join",
  chat: "the chat",
  recording: "recording",
  rename: "changing one's name",
  screen_share: "sharing screens",
  visibility: "who can find the stream",
  private_chat: "private chat between participants",
  waiting_room: "the waiting room",
  lock: "locking after the start",
};

export const privacyUnderstood: Rule = {
  id: "R22",
  title: "The platform's privacy settings are understood",
  strength: "do",
  source: nspcc,
  checks:
    "For each platform mode: who can join, chat, recording, renaming, screen sharing and visibility are answered, and checked by a person since the platform was chosen. “Cannot be set here” is an answer.",
  states: "I have looked at these settings.",
  undoneBy: "The platform or mode changes; the settings are edited.",
  check: (view) => {
    const findings = view.modes.flatMap((linked) => [
      ...unanswered(linked, privacySettings),
      ...notChecked(linked),
    ]);
    if (view.modes.length === 0) findings.push(noPlatform());
    return checked(
      `${listInWords(view.modes.map(({ mode }) => mode.name))}: ${countOf(privacySettings.length, "privacy setting")} answered and checked.`,
      findings,
    );
  },
};

export const settingsSafe: Rule = {
  id: "B19",
  title: "Private chat is off, screens and names are kept, strangers wait outside",
  strength: "default",
  source: zoomSecurity,
  checks:
    "Private chat, screen sharing, renaming, the waiting room and the lock are at their safe value, cannot be set there, or are otherwise with a reason.",
  states: "Why a setting is not at its safe value.",
  undoneBy: "The platform or mode changes; the settings are edited.",
  check: (view) => {
    const findings = view.modes.flatMap((linked) => [
      ...unanswered(linked, safetySettings),
      ...withoutReason(linked),
    ]);
    if (view.modes.length === 0) findings.push(noPlatform());
    return checked(
      "Each of these settings is at its safe value, cannot be set there, or has a reason.",
      findings,
    );
  },
};

function unanswered({ chosen, mode }: LinkedMode, wanted: PlatformSetting[]): RuleFinding[] {
  const missing = wanted.filter((setting) => !chosen.settings[setting]);
  if (missing.length === 0) return [];
  return [
    silent("setting_not_answered", {
      subject: `mode:${mode.id}`,
      headline: `${countOf(missing.length, "setting")} of ${mode.name} to look at`,
      message: `Not answered yet: ${listInWords(missing.map((setting) => settingWords[setting]))}.`,
      fixes: [fix("Answer the settings", "platform", mode.id)],
    }),
  ];
}

function notChecked({ chosen, mode }: LinkedMode): RuleFinding[] {
  if (chosen.checked && !olderThan(chosen.checked.recordedAt, chosen.chosenAt)) return [];
  return [
    silent("settings_not_checked", {
      subject: `mode:${mode.id}`,
      headline: `Nobody has checked the settings of ${mode.name}`,
      message: "Somebody looks at the settings themselves and says so.",
      fixes: [fix("Check the settings", "platform", mode.id)],
    }),
  ];
}

function withoutReason({ chosen, mode }: LinkedMode): RuleFinding[] {
  return safetySettings
    .filter((setting) => {
      const set = chosen.settings[setting];
      return set?.answer === "different" && !set.note;
    })
    .map((setting) =>
      wrong("setting_without_reason", {
        subject: `mode:${mode.id}:${setting}`,
        headline: `${mode.name}: ${settingWords[setting]} is not at its safe value`,
        message: "Set it safely, or say why it has to be otherwise.",
        fixes: [fix("Change the setting or give the reason", "platform", mode.id)],
      }),
    );
}
