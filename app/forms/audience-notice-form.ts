import { z } from "zod";
import { briefingPoint } from "~/domain/record/fields";
import type { Session } from "~/domain/record/session";
import { localParts } from "~/domain/time/local";
import { choices, tick } from "./choice";
import { dateField, dateParts } from "./date-field";
import type { FormValues } from "./read-form-data";
import { line, optionalLine } from "./text";
import { spokenTime, timeField } from "./time-field";

export const audienceNoticeForm = z.object({
  points: choices(briefingPoint.options, { select: "Select what the notice says" }),
  where: line({ label: "Where the notice stands", enter: "Enter where the notice stands", max: 200 }),
  placedOn: dateField({ label: "Date", enter: "Enter the date from which it stands there" }),
  placedTime: timeField({ label: "Time", enter: "Enter the time from which it stands there" }),
  contact: optionalLine({ label: "Contact", max: 200 }),
  noChild: tick(),
});

export const audienceNoticeLabels = {
  points: "What the notice says",
  where: "Where it stands",
  placedOn: "From which date",
  placedTime: "From which time",
  contact: "Contact",
};
export const pointLabels = {
  live: "It is live",
  comments: "Others see comments",
  personal_information: "Keep personal information to yourself",
  contact_requests: "Do not answer people you do not know",
  donations: "Nobody has to give money",
  who_to_tell: "Who to go to",
};

/** `outdated`: the briefing's meaning changed since, so that each point is looked at anew. */
export function audienceNoticeDefaults({ audienceNotice, zone }: Session, outdated: boolean): FormValues {
  const placed = audienceNotice && localParts(audienceNotice.placedAt, zone);
  return {
    points: outdated ? [] : (audienceNotice?.points ?? []),
    where: audienceNotice?.where ?? "",
    placedOn: dateParts(placed?.date ?? null),
    placedTime: placed ? spokenTime(placed.time) : "",
    contact: audienceNotice?.contact ?? "",
  };
}
