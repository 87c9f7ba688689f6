import { z } from "zod";
import { ids, optionalChoice } from "./choice";

export const knownPeopleForm = z.object({
  personIds: ids({ select: "Select who takes part" }).refine((chosen) => chosen.length > 0, {
    error: "Select at least one person",
  }),
  accessRoute: optionalChoice(["own_account", "parent_account", "guest_link", "in_room"], {
    select: "Select how they join",
  }),
});
