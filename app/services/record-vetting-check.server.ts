import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import type { Adult } from "~/domain/record/adult";
import { accept, type Outcome } from "~/domain/refusal";
import { editAdult, type AdultEdited, type AdultEditOptions } from "./edit-adult.server";

/** Dates as `2026-12-10`. `recheckDue` is the last good day where the organisation set one by hand. */
export type NewVettingCheck = Omit<Adult["vetting"][number], "id" | "recordedAt">;

/**
 * Adds a vetting check or a newer status check as a row of its own; what was recorded before stays. Never the
 * certificate, its number or what it says. Refusals as `editAdult`.
 */
export function recordVettingCheck(
  actor: Actor,
  adultId: string,
  check: NewVettingCheck,
  options: AdultEditOptions = {},
): Promise<Outcome<AdultEdited>> {
  return editAdult(actor, adultId, options, async ({ tx, now, note }) => {
    const id = newId();
    const { organisationId, userId } = actor;
    await tx.vettingCheck.create({
      data: {
        organisationId,
        id,
        adultId,
        scheme: check.scheme,
        level: check.level,
        workforce: check.workforce,
        issuedOn: new Date(check.issuedOn),
        recheckDue: check.recheckDue && new Date(check.recheckDue),
        updateService: check.updateService,
        lastStatusCheckOn: check.lastStatusCheckOn && new Date(check.lastStatusCheckOn),
        clearedForRole: check.clearedForRole,
        clearedOn: check.clearedOn && new Date(check.clearedOn),
        recordedAt: new Date(now),
        recordedBy: userId,
      },
    });
    note({ type: "vetting_check.recorded", subject: `vetting_check:${id}`, adultId });
    return accept(null);
  });
}
