import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { AddOptions } from "./organisation-edit";
import { settleSharedChange } from "./settle-shared-change.server";

/**
 * Takes a contact out of use. Sessions that name it are no longer ready, and their sign-offs lapse. Refuses `forbidden`
 * and `not_found`, also where it is out of use already.
 */
export function retireContactRoute(
  actor: Actor,
  routeId: string,
  { submission, clock }: AddOptions = {},
): Promise<Outcome<{ signOffsTouched: number }>> {
  return change(
    actor,
    async (edit) => {
      if (!may(actor, "organisation.edit"))
        return refuse("forbidden", "Only an administrator removes contacts.");
      const { organisationId } = actor;
      const there = await edit.tx.contactRoute.findFirst({
        where: { organisationId, id: routeId, retiredAt: null },
      });
      if (!there) return refuse("not_found", "This contact is not on the list.");
      const signOffsTouched = await settleSharedChange(
        { ...edit, actor },
        { kind: "organisation" },
        async () => {
          const retiredAt = new Date(edit.now);
          await edit.tx.contactRoute.updateMany({ where: { id: routeId }, data: { retiredAt } });
        },
      );
      const subject = `organisation:${organisationId}` as const;
      edit.record({ type: "organisation.changed", subject, fields: ["contactRoutes"] });
      return accept({ signOffsTouched });
    },
    { submission, clock },
  );
}
