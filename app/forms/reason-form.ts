import { z } from "zod";
import { paragraphs } from "./text";

export const cancelForm = z.object({
  reason: paragraphs({ label: "Reason", enter: "Enter the reason for cancelling", max: 1000 }),
});

export const recordLateForm = z.object({
  reason: paragraphs({ label: "Reason", enter: "Enter why it was not put on record before", max: 1000 }),
});

export const returnForm = z.object({
  comments: paragraphs({ label: "Comments", enter: "Enter what has to change", max: 2000 }),
});

/** Nothing to answer: the button is the answer. */
export const confirmForm = z.object({});
