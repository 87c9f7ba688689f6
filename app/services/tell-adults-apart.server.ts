import { lockAdult } from "~/data/adults.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { editAdult, type AdultEdited, type AdultEditOptions } from "./edit-adult.server";

/**
 * States that two adults whose addresses are alike are two people, with the name of who states it. Stating it again
 * changes nothing. Refuses `not_found` where either is unknown, and as `editAdult`.
 */
export function tellAdultsApart(
  actor: Actor,
  adultId: string,
  otherAdultId: string,
  options: AdultEditOptions = {},
): Promise<Outcome<AdultEdited>> {
  return editAdult(actor, adultId, options, async ({ tx, now, note }) => {
    const { organisationId, userId } = actor;
    const other = await lockAdult(tx, organisationId, otherAdultId);
    if (other === null || otherAdultId === adultId) return refuse("not_found", "There is no such adult.");
    await tx.adultDifference.createMany({
      data: { organisationId, adultId, otherAdultId, statedBy: userId, recordedAt: new Date(now) },
      skipDuplicates: true,
    });
    note({ type: "adult.told_apart", subject: `adult:${adultId}`, otherAdultId });
    return accept(null);
  });
}
