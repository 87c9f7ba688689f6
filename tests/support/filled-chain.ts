import { readOrganisation } from "~/data/database.server";
import type { Actor } from "~/domain/actor";
import { accept } from "~/domain/refusal";
import { change } from "~/services/change.server";
import { makeOrganisation } from "../factories/organisation";

/** An organisation whose chain has `total` events: how it began, then `field2`, `field3` and so on. */
export async function organisationWithEvents(total: number): Promise<Actor> {
  const actor = await makeOrganisation();
  const { organisationId, userId } = actor;
  const have = await readOrganisation({ organisationId, actorId: userId }, (tx) => tx.auditEvent.count());
  await change(actor, async ({ record }) => {
    for (let i = have; i < total; i++)
      record({
        type: "organisation.changed",
        subject: `organisation:${organisationId}`,
        fields: [`field${i}`],
      });
    return accept(null);
  });
  return actor;
}
