import { z } from "zod";

/** A page that only asks whether to go ahead: its button is the answer. */
export const confirmForm = z.object({});
