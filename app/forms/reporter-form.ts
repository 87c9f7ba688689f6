import { z } from "zod";
import { optionalLine } from "./text";

export const reporterForm = z.object({ adultId: optionalLine({ label: "Adult", max: 64 }) });
