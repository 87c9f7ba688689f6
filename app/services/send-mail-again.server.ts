import { Temporal } from "temporal-polyfill";
import { holdMail, sendMailAgain } from "~/data/mail.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { AddOptions } from "./organisation-edit";

/**
 * Has a mail to a member of staff leave once more that was cut off, so that it may not have left. It keeps the end of
 * its use. Refuses `forbidden`, `not_found`, and `not_cut_off` where something else has become of it.
 */
export function sendStaffMailAgain(
  actor: Actor,
  mailId: string,
  { submission, clock }: AddOptions = {},
): Promise<Outcome<null>> {
  const { organisationId } = actor;
  return change(
    actor,
    async ({ tx, now, record }) => {
      if (!may(actor, "user.edit")) return refuse("forbidden", "Only an administrator sends mail again.");
      const mail = await holdMail(tx, { organisationId, mailId }, Temporal.Instant.from(now));
      if (!mail || mail.to === null) return refuse("not_found", "There is no such mail.");
      if (mail.state !== "may_not_have_left") return refuse("not_cut_off", "This mail was not cut off.");
      await sendMailAgain(tx, { organisationId, mailId });
      record({ type: "mail.sent_again", subject: `mail:${mailId}`, kind: mail.kind });
      return accept(null);
    },
    { submission, clock },
  );
}
