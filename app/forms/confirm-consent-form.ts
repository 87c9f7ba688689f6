import { z } from "zod";

/** The button says all: who sends it has spoken with the person. */
export const confirmConsentForm = z.object({});
