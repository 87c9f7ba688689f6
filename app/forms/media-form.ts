import { z } from "zod";
import type { Session } from "~/domain/record/session";
import { answerOf, choice, choices, optionalChoice, optionalYesNo, revealedBy, yesNo } from "./choice";
import { dateParts, optionalDateField } from "./date-field";
import type { FormValues } from "./read-form-data";
import { optionalLine, optionalParagraphs } from "./text";

const exposures = ["camera", "voice", "name"] as const;
const uses = ["images", "replay"] as const;

export const chatWords = {
  off: "Off",
  host_only: "Messages to the host only",
  moderated: "Messages are looked at before others see them",
  open: "Open: everybody sees messages at once",
} as const;
export const donationWords = {
  off: "No, it is switched off",
  on: "Yes",
  cannot_be_switched_off: "Yes, the platform does not let us switch it off",
  not_known: "I do not know yet",
} as const;

const kept = (what: string) =>
  revealedBy(
    z.object({
      on: yesNo({ select: `Select whether ${what}` }),
      reason: optionalParagraphs({ label: "Why", max: 500 }),
      keptWhere: optionalLine({ label: "Where it is kept", max: 200 }),
      seenBy: optionalLine({ label: "Who sees it", max: 200 }),
      deleteBy: optionalDateField({ label: "Delete by" }),
    }),
    { answer: "on", is: "yes", fields: ["reason", "keptWhere", "seenBy", "deleteBy"] },
  );

const fields = z
  .object({
    shown: choices(exposures, { select: "Select what others see or hear" }),
    adultOnCamera: optionalYesNo({ select: "Select whether an adult is on camera" }),
    chat: choice(["off", "host_only", "moderated", "open"], { select: "Select how the chat is set" }),
    donations: optionalChoice(["off", "on", "cannot_be_switched_off", "not_known"], {
      select: "Select whether viewers are asked for money",
    }),
    recording: kept("you record it"),
    aiNotes: kept("a machine takes notes"),
    uses: choices(uses, { select: "Select what else you do" }),
    imagesUse: z
      .object({
        purpose: optionalLine({ label: "What they are for", max: 200 }),
        until: optionalDateField({ label: "Kept until" }),
      })
      .optional(),
    replayUse: z
      .object({
        where: optionalLine({ label: "Where it is shown", max: 200 }),
        until: optionalDateField({ label: "Shown until" }),
      })
      .optional(),
  })
  .transform(({ shown, uses: used, ...rest }) => ({
    ...rest,
    camera: shown.includes("camera"),
    voice: shown.includes("voice"),
    name: shown.includes("name"),
    images: used.includes("images"),
    replay: used.includes("replay"),
  }));

export const mediaForm = revealedBy(
  revealedBy(fields, { answer: "uses", is: "images", fields: ["imagesUse"] }),
  { answer: "uses", is: "replay", fields: ["replayUse"] },
);

export const exposureWords = {
  camera: "Their faces",
  voice: "Their voices",
  name: "A name for each of them",
};
export const useWords = {
  images: "Take photos or screenshots",
  replay: "Show the recording again, or publish it",
};

const keptLabels = (name: string, what: string) => ({
  [`${name}.on`]: what,
  [`${name}.reason`]: `${what}: why`,
  [`${name}.keptWhere`]: `${what}: where it is kept`,
  [`${name}.seenBy`]: `${what}: who sees it`,
  [`${name}.deleteBy`]: `${what}: delete by`,
});
export const mediaLabels = {
  shown: "What others see or hear of young people",
  adultOnCamera: "An adult visibly on camera",
  chat: "Chat",
  donations: "Asking for money",
  ...keptLabels("recording", "Recording"),
  ...keptLabels("aiNotes", "Notes by a machine"),
  uses: "Photos and showing it again",
  "imagesUse.purpose": "Photos: what they are for",
  "imagesUse.until": "Photos: kept until",
  "replayUse.where": "Showing it again: where",
  "replayUse.until": "Showing it again: until when",
};
export const mediaWords = {
  shown: exposureWords,
  chat: chatWords,
  donations: donationWords,
  uses: useWords,
};

export function mediaDefaults({ media }: Session): FormValues {
  const keptValues = ({ on, reason, keptWhere, seenBy, deleteBy }: typeof media.recording) => ({
    on: answerOf(on),
    reason: reason ?? "",
    keptWhere: keptWhere ?? "",
    seenBy: seenBy ?? "",
    deleteBy: dateParts(deleteBy),
  });
  return {
    shown: exposures.filter((each) => media[each]),
    adultOnCamera: answerOf(media.adultOnCamera),
    chat: media.chat.value,
    donations: media.donations.value,
    recording: keptValues(media.recording),
    aiNotes: keptValues(media.aiNotes),
    uses: uses.filter((each) => media[each]),
    imagesUse: {
      purpose: media.imagesUse?.purpose ?? "",
      until: dateParts(media.imagesUse?.until ?? null),
    },
    replayUse: {
      where: media.replayUse?.where ?? "",
      until: dateParts(media.replayUse?.until ?? null),
    },
  };
}
