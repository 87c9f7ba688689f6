import { z } from "zod";
import { ids, requiredTick } from "./choice";

const select = "Select which answers were written down wrongly";

/** Staff wrote a yes down that was none. */
export const correctConsentForm = z.object({
  answerIds: ids({ select }).refine((chosen) => chosen.length > 0, { error: select }),
  sure: requiredTick({ confirm: "Confirm that they did not say yes" }),
});
