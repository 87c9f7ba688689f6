import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import type { Organisation } from "~/domain/record/organisation";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { AddOptions } from "./organisation-edit";

export type NewContactRoute = Pick<Organisation["contactRoutes"][number], "kind" | "value">;

/**
 * Adds a way for young people to reach the organisation. Refuses `forbidden`, `route_taken`, and `not_ours` for an
 * e-mail address that is not in one of the organisation's own domains.
 */
export function addContactRoute(
  actor: Actor,
  { kind, value }: NewContactRoute,
  { submission, clock }: AddOptions = {},
): Promise<Outcome<{ routeId: string }>> {
  return change(
    actor,
    async ({ tx, record }) => {
      if (!may(actor, "organisation.edit"))
        return refuse("forbidden", "Only an administrator adds contacts.");
      const { organisationId } = actor;
      const { emailDomains } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } });
      const domain = value.split("@").at(-1)?.toLowerCase() ?? "";
      if (kind === "email" && !emailDomains.includes(domain)) {
        return refuse(
          "not_ours",
          "Enter an address in one of your own domains, or add the domain first",
          "value",
        );
      }
      const taken = await tx.contactRoute.findFirst({
        where: { organisationId, kind, value, retiredAt: null },
      });
      if (taken) return refuse("route_taken", "This contact is on the list already", "value");
      const routeId = newId();
      await tx.contactRoute.create({ data: { organisationId, id: routeId, kind, value } });
      const subject = `organisation:${organisationId}` as const;
      record({ type: "organisation.changed", subject, fields: ["contactRoutes"] });
      return accept({ routeId });
    },
    { submission, clock },
  );
}
