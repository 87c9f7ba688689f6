import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import { accept, type Outcome } from "~/domain/refusal";
import { editAdult, type AdultEdited, type AdultEditOptions } from "./edit-adult.server";

/** Adds safeguarding training that an adult completed on a date (`2026-12-10`). Refusals as `editAdult`. */
export function recordTraining(
  actor: Actor,
  adultId: string,
  { title, completedOn }: { title: string; completedOn: string },
  options: AdultEditOptions = {},
): Promise<Outcome<AdultEdited>> {
  return editAdult(actor, adultId, options, async ({ tx, now, note }) => {
    const id = newId();
    const { organisationId, userId } = actor;
    await tx.training.create({
      data: {
        organisationId,
        id,
        adultId,
        title,
        completedOn: new Date(completedOn),
        recordedAt: new Date(now),
        recordedBy: userId,
      },
    });
    note({ type: "training.recorded", subject: `training:${id}`, adultId });
    return accept(null);
  });
}
