import { z } from "zod";
import { sendMail, type SendMailOptions } from "../services/send-mail.server";

const payload = z.object({ organisationId: z.uuid(), mailId: z.uuid() });

/** Sends one mail. Throws where the mail server certainly did not take it, so that it is tried again, later each time. */
export function sendMailJob(options: SendMailOptions): (given: unknown) => Promise<void> {
  return async (given) => {
    if ((await sendMail(payload.parse(given), options)) === "unreachable") throw new MailWaits();
  };
}

class MailWaits extends Error {
  override name = "MailWaits";
}
