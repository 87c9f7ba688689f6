import { z } from "zod";
import { choice } from "./choice";
import { sessionInstants, sessionTimeFields } from "./session-times";
import { line } from "./text";

export const newSessionForm = z
  .object({
    kind: choice(["host", "join"], { select: "Select who hosts the stream" }),
    title: line({ label: "Title", enter: "Enter a title", max: 120 }),
    ...sessionTimeFields,
  })
  .transform(sessionInstants);
