import { z } from "zod";
import { exposureAfter, exposuresUsed } from "~/domain/people/exposure";
import { accessFeature } from "~/domain/record/fields";
import type { ParticipantAnswers } from "~/domain/people/participant-answers";
import type { Participant } from "~/domain/record/participant";
import type { Session } from "~/domain/record/session";
import { routeChoices } from "~/domain/people/route-words";
import { optionalBirthField } from "./birth-field";
import { choices, optionalChoice, tick, revealedBy } from "./choice";
import { dateParts } from "./date-field";
import type { FormValues } from "./read-form-data";
import { optionalName } from "./text";

export const needWords = {
  captions: "Captions or subtitles",
  screen_reader: "Works with a screen reader",
  keyboard: "Works with a keyboard alone",
  sign_language: "Sign language",
  transcript: "A transcript",
  large_text: "Large text",
  slower_pace: "A slower pace",
  breaks: "Breaks",
  phone_in: "Joining by telephone",
  easy_read: "Easy read",
} as const;

export const exposureWords = {
  camera: "Is seen on camera",
  voice: "Is heard",
  name: "Has their name shown",
  chat: "Writes in the chat",
} as const;

export const participantForm = revealedBy(
  z.object({
    displayName: optionalName({ label: "Name to show", max: 60 }),
    nameCheck: optionalChoice(["surname", "no_surname"], { select: "Select how the name was checked" }),
    firstName: optionalName({ label: "First name", max: 80 }),
    surname: optionalName({ label: "Surname", max: 80 }),
    looked: tick(),
    shownName: optionalName({ label: "Name to show", max: 60 }),
    birth: optionalBirthField(),
    accessRoute: optionalChoice(["own_account", "parent_account", "guest_link", "in_room"], {
      select: "Select how they join",
    }),
    needs: choices(accessFeature.options, { select: "Select what helps them" }),
    exposure: choices(["camera", "voice", "name", "chat"], { select: "Select how others notice them" }),
    notCaptured: tick(),
    another: tick(),
  }),
  { answer: "nameCheck", is: "surname", fields: ["firstName", "surname"] },
).superRefine(({ nameCheck, surname, notCaptured, exposure }, context) => {
  if (nameCheck === "surname" && surname === null) {
    context.addIssue({
      code: "custom",
      path: ["surname"],
      message: "Enter their surname, or say that you hold none",
    });
  }
  if (notCaptured && exposure.length > 0) {
    const message = "Take the ticks for camera, voice, name and chat away first, or leave this box empty";
    context.addIssue({ code: "custom", path: ["notCaptured"], message });
  }
});

type Filled = z.output<typeof participantForm>;

/** What the form says of somebody; ways of being noticed that the session does not use stay as they were. */
export function participantAnswers(
  { looked, shownName, exposure, another: _another, ...facts }: Filled,
  before: Participant,
  media: Session["media"],
): ParticipantAnswers {
  return {
    ...facts,
    confirmedName: looked ? shownName : null,
    exposure: exposureAfter(before.exposure, media, exposure),
  };
}

export const participantLabels = {
  displayName: "Name to show",
  nameCheck: "How the name was checked",
  firstName: "First name",
  surname: "Surname",
  birth: "Born",
  accessRoute: "How they join",
  needs: "What helps them take part",
  exposure: "How others notice them",
  notCaptured: "Nothing of them is captured",
};

export const participantWords = {
  nameCheck: { surname: "Against the surname", no_surname: "We hold no surname" },
  accessRoute: routeChoices,
  needs: needWords,
  exposure: exposureWords,
  notCaptured: { yes: "Yes" },
};

/** The stored answers as the form shows them; ways of being noticed that the session does not use are left out. */
export function participantDefaults(participant: Participant, media: Session["media"]): FormValues {
  const { displayName, displayNameConfirmed, exposure } = participant;
  return {
    displayName: displayName ?? "",
    shownName: displayName ?? "",
    looked: displayName !== null && displayNameConfirmed?.displayName === displayName ? "yes" : "",
    nameCheck: participant.surname !== null ? "surname" : participant.noSurname ? "no_surname" : "",
    firstName: participant.firstName ?? "",
    surname: participant.surname ?? "",
    birth: dateParts(participant.birth),
    accessRoute: participant.accessRoute ?? "",
    needs: participant.needs,
    exposure: exposuresUsed(media).filter((way) => exposure[way]),
    notCaptured: participant.notCaptured ? "yes" : "",
  };
}
