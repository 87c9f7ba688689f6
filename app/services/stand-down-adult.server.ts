import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { editAdult, type AdultEdited, type AdultEditOptions } from "./edit-adult.server";

/**
 * Says that an adult does not work with young people at present; sessions that rest on them are no longer ready. No
 * reason is taken. Refuses `already` where they are stood down, and as `editAdult`.
 */
export function standDownAdult(
  actor: Actor,
  adultId: string,
  options: AdultEditOptions = {},
): Promise<Outcome<AdultEdited>> {
  return editAdult(actor, adultId, options, async ({ tx, now, note }) => {
    const { count } = await tx.adult.updateMany({
      where: { id: adultId, stoodDownAt: null },
      data: { stoodDownAt: new Date(now) },
    });
    if (count === 0) return refuse("already", "This adult is stood down already.");
    note({ type: "adult.stood_down", subject: `adult:${adultId}` });
    return accept(null);
  });
}

/** Ends a standing down. Lapsed sign-offs stay lapsed. Refuses `already` where there is none, and as `editAdult`. */
export function bringAdultBack(
  actor: Actor,
  adultId: string,
  options: AdultEditOptions = {},
): Promise<Outcome<AdultEdited>> {
  return editAdult(actor, adultId, options, async ({ tx, note }) => {
    const { count } = await tx.adult.updateMany({
      where: { id: adultId, stoodDownAt: { not: null } },
      data: { stoodDownAt: null },
    });
    if (count === 0) return refuse("already", "This adult is not stood down.");
    note({ type: "adult.brought_back", subject: `adult:${adultId}` });
    return accept(null);
  });
}
