import type { Submission } from "~/data/submission.server";
import type { Clock } from "./change.server";

/** What every change to something of the organisation takes: the version that the person saw, where it changes what is there. */
export type SharedEditOptions = {
  version: number | null;
  submission?: Submission | undefined;
  clock?: Clock | undefined;
};

/** What only adds takes. */
export type AddOptions = Omit<SharedEditOptions, "version">;
