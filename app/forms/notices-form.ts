import { z } from "zod";
import { ids } from "./choice";

export const noticesForm = z.object({ notices: ids({ select: "There is nothing to mark as read" }) });
