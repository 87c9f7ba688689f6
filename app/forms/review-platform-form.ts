import { z } from "zod";
import { requiredTick } from "./choice";

export const reviewPlatformForm = z.object({
  checked: requiredTick({ confirm: "Confirm that you have checked this platform’s current rules" }),
});
