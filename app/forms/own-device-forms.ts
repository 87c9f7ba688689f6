import { z } from "zod";
import { shownOnDevice } from "~/domain/consent/own-device";
import { choice, ids } from "./choice";
import { line } from "./text";

export const shownChoices = [
  { value: "name", label: "Their first name" },
  { value: "code", label: "Their code", hint: "For example YP-03. Tell each of them theirs." },
] as const;

/** A worker hands this device over. */
export const handOverForm = z.object({
  participantIds: ids({ select: "Select who answers here" }).refine((chosen) => chosen.length > 0, {
    error: "Select who answers here",
  }),
  shown: choice(shownOnDevice, { select: "Select what they find themselves by" }),
});

/** The button says all: no device takes answers from now on. */
export const endDevicesForm = z.object({});

/** Whose turn it is, as one of those that the page offers, or `back`: the device is given back. */
export const turnForm = z.object({
  turn: line({ label: "Your name", enter: "Press your own name", max: 36 }),
});
