import { z } from "zod";
import { ids, requiredTick } from "./choice";

/** What has to be true before something that was taken back counts as dealt with: of what the page showed alone. */
export const removalForm = z.object({
  taskIds: ids({ select: "Open the page again" }),
  removed: requiredTick({ confirm: "Confirm that it is out of use and removed" }),
  told: requiredTick({ confirm: "Confirm that they were told" }),
});
