import { z } from "zod";
import { pastDateField } from "./past-date";
import { line } from "./text";

export const trainingForm = z.object({
  title: line({ label: "Training", enter: "Enter what the training was", max: 200 }),
  completedOn: pastDateField({ label: "Date", enter: "Enter when it was completed" }),
});
