import { z } from "zod";
import { choice, ids } from "./choice";
import { line } from "./text";

export const checkChoices = [
  {
    value: "word",
    label: "A word for each of them",
    hint: "Greenroom proposes one. You tell it to the person.",
  },
  {
    value: "birth",
    label: "Their day and month of birth",
    hint: "Only where you hold the whole date. Others may know it too.",
  },
] as const;

export const askForAnswersForm = z.object({
  participantIds: ids({ select: "Select who you want to ask" }).refine((chosen) => chosen.length > 0, {
    error: "Select who you want to ask",
  }),
  check: choice(["word", "birth"], { select: "Select what they have to know to open their link" }),
});

/** The word that a worker agreed with one person. */
export const agreedWordForm = z.object({
  word: line({ label: "The word", enter: "Enter the word that you agreed", max: 40 }),
});

const linkDeeds = [
  "unlock",
  "take_back",
  "accept_name",
  "refuse_name",
  "send",
  "nudge_copied",
  "nudge_told",
] as const;
export type LinkDeed = (typeof linkDeeds)[number];

/** What a worker does with one link. */
export const linkForm = z.object({ requestId: z.uuid(), what: z.enum(linkDeeds) });
