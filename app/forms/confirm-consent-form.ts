import { z } from "zod";
import { ids } from "./choice";

/** The answers that the page showed: who sends it has spoken with the person about those, and about no others. */
export const confirmConsentForm = z.object({
  answerIds: ids({ select: "Open the page again" }),
});
