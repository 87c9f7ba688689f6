import { z } from "zod";
import type { Session } from "~/domain/record/session";
import { localParts } from "~/domain/time/local";
import { answerOf, choice, optionalChoice, optionalYesNo, tick } from "./choice";
import { dateParts } from "./date-field";
import type { FormValues } from "./read-form-data";
import { sessionInstants, sessionTimeFields } from "./session-times";
import { line, optionalLine, optionalParagraphs } from "./text";
import { spokenTime } from "./time-field";

export const purposeWords = {
  activity: "An activity",
  information: "Information or advice for everybody",
  discussion: "A discussion",
  performance: "A performance",
  training: "Training or a workshop",
  social: "Being together",
  therapy: "Therapy or counselling",
} as const;

export const placeWords = {
  open: "A hall, studio or other open room",
  office: "An office that others can come into",
  home_shared_room: "A shared room at somebody's home",
  bedroom: "A bedroom",
  other: "Somewhere else",
} as const;

const purposes = [
  "activity",
  "information",
  "discussion",
  "performance",
  "training",
  "social",
  "therapy",
] as const;
const places = ["open", "office", "home_shared_room", "bedroom", "other"] as const;

export const detailsForm = z
  .object({
    title: line({ label: "Title", enter: "Enter a title", max: 120 }),
    titleConfirmed: tick(),
    description: optionalParagraphs({ label: "Description", max: 2000 }),
    ...sessionTimeFields,
    format: choice(["livestream", "video_call"], { select: "Select what kind of session it is" }),
    audience: choice(["named", "not_named"], { select: "Select whether young people take part by name" }),
    purpose: optionalChoice(purposes, { select: "Select what it is for" }),
    where: optionalLine({ label: "Place", max: 200 }),
    placeKind: optionalChoice(places, { select: "Select what kind of place it is" }),
    placeSuitable: optionalYesNo({ select: "Select whether the place is open and appropriate" }),
  })
  .transform(sessionInstants);

export const detailsLabels = {
  title: "Title",
  description: "Description",
  date: "Date",
  start: "Start",
  end: "End",
  zone: "Time zone",
  format: "Kind of session",
  audience: "Who takes part",
  purpose: "What it is for",
  where: "Place",
  placeKind: "Kind of place",
  placeSuitable: "Open and appropriate",
};

export const detailsWords = {
  format: { livestream: "Livestream", video_call: "Video call" },
  audience: { named: "Young people by name", not_named: "An audience that is not named" },
  purpose: purposeWords,
  placeKind: placeWords,
  placeSuitable: { yes: "Yes", no: "No" },
};

/** The stored answers as the form shows them. */
export function detailsDefaults(session: Session): FormValues {
  const start = localParts(session.startsAt, session.zone);
  const end = localParts(session.endsAt, session.zone);
  const [place] = session.places;
  return {
    title: session.title,
    titleConfirmed: session.titleConfirmed?.title === session.title ? "yes" : "",
    description: session.description ?? "",
    date: dateParts(start.date),
    start: spokenTime(start.time),
    end: spokenTime(end.time),
    endsNextDay: end.date === start.date ? "" : "yes",
    zone: session.zone,
    occurrence: start.occurrence ?? "",
    format: session.format,
    audience: session.audience,
    purpose: session.purpose ?? "",
    where: place?.where ?? "",
    placeKind: place?.kind ?? "",
    placeSuitable: answerOf(place?.suitable?.answer ?? null),
  };
}
