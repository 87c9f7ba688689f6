import { z } from "zod";
import type { ChosenMode, PlatformSetting } from "~/domain/record/session";
import { optionalChoice, tick } from "./choice";
import type { FormValues } from "./read-form-data";
import { optionalLine } from "./text";

export const settingAnswers = ["safe", "cannot_be_set", "different"] as const;

const setting = (label: string) =>
  z
    .object({
      answer: optionalChoice(settingAnswers, { select: "Select how it is set" }),
      note: optionalLine({ label, max: 300 }),
    })
    .prefault({ answer: "" });

/** In the order of the page: who gets in, what people can do, what is kept. */
export const settingLabels: Record<PlatformSetting, string> = {
  who_can_join: "Who can join",
  waiting_room: "Waiting room",
  lock: "Locking after the start",
  visibility: "Who can find the stream",
  chat: "Chat",
  private_chat: "Private messages between participants",
  rename: "Changing one’s own name",
  screen_share: "Sharing screens",
  recording: "Recording",
};

const order = Object.keys(settingLabels) as PlatformSetting[];
export const settingGroups: { heading: string; settings: PlatformSetting[] }[] = [
  { heading: "Who gets in", settings: ["who_can_join", "waiting_room", "lock", "visibility"] },
  { heading: "What people can do", settings: ["chat", "private_chat", "rename", "screen_share"] },
  { heading: "What is kept", settings: ["recording"] },
];

export const settingsForm = z
  .object({
    who_can_join: setting(settingLabels.who_can_join),
    waiting_room: setting(settingLabels.waiting_room),
    lock: setting(settingLabels.lock),
    visibility: setting(settingLabels.visibility),
    chat: setting(settingLabels.chat),
    private_chat: setting(settingLabels.private_chat),
    rename: setting(settingLabels.rename),
    screen_share: setting(settingLabels.screen_share),
    recording: setting(settingLabels.recording),
    looked: tick(),
  })
  .transform(({ looked, ...given }) => ({ looked, settings: answered(given) }));

type Given = Record<PlatformSetting, { answer: (typeof settingAnswers)[number] | null; note: string | null }>;

/** The settings that have an answer; a note belongs to a setting that is not at its safe value. */
function answered(given: Given): ChosenMode["settings"] {
  return Object.fromEntries(
    order.flatMap((key) => {
      const { answer, note } = given[key];
      return answer === null ? [] : [[key, { answer, note: answer === "different" ? note : null }]];
    }),
  );
}

export const settingsLabels = Object.fromEntries(
  order.flatMap((key) => [
    [`${key}.answer`, settingLabels[key]],
    [`${key}.note`, `${settingLabels[key]}: why otherwise`],
  ]),
);

const answerWords = { safe: "Set safely", cannot_be_set: "Cannot be set here", different: "Otherwise" };
export const settingsWords = Object.fromEntries(order.map((key) => [`${key}.answer`, answerWords]));

export function settingsDefaults({ settings }: ChosenMode): FormValues {
  return Object.fromEntries(
    order.map((key) => [key, { answer: settings[key]?.answer ?? "", note: settings[key]?.note ?? "" }]),
  );
}
