import type { Actor } from "~/domain/actor";
import { accept, type Outcome } from "~/domain/refusal";
import type { NewAdult } from "./add-adult.server";
import { editAdult, type AdultEdited, type AdultEditOptions } from "./edit-adult.server";

/**
 * Changes an adult's name, address or the statement that they are 18 or over; who stated it stays while the answer
 * stays. Refusals as `editAdult`.
 */
export function changeAdult(
  actor: Actor,
  adultId: string,
  { name, email, over18 }: NewAdult,
  options: AdultEditOptions,
): Promise<Outcome<AdultEdited>> {
  return editAdult(actor, adultId, options, async ({ tx, now, note }) => {
    const stored = await tx.adult.findFirstOrThrow({ where: { id: adultId } });
    const stated =
      over18 === stored.over18
        ? {}
        : {
            over18,
            over18By: over18 === null ? null : actor.userId,
            over18At: over18 === null ? null : new Date(now),
          };
    const wanted = { name, email, over18 };
    const fields = (["name", "email", "over18"] as const).filter((field) => stored[field] !== wanted[field]);
    await tx.adult.updateMany({ where: { id: adultId }, data: { name, email, ...stated } });
    note({ type: "adult.changed", subject: `adult:${adultId}`, fields });
    return accept(null);
  });
}
