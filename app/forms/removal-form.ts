import { z } from "zod";
import { requiredTick } from "./choice";

/** What has to be true before something that was taken back counts as dealt with. */
export const removalForm = z.object({
  removed: requiredTick({ confirm: "Confirm that it is out of use and removed" }),
  told: requiredTick({ confirm: "Confirm that they were told" }),
});
