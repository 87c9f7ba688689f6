import { z } from "zod";
import { line } from "./text";

/** The reference that stands on a paper form, as it was read off it. */
export const paperReferenceForm = z.object({
  reference: line({ label: "The reference", enter: "Enter the reference on the form", max: 40 }),
});
