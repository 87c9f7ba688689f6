import { z } from "zod";
import { forgetContacts } from "../services/forget-contacts.server";

const payload = z.object({ organisationId: z.uuid(), sessionId: z.uuid() });

/** Once a session is over: nobody's address is held any longer. */
export async function forgetContactsJob(given: unknown): Promise<void> {
  await forgetContacts(payload.parse(given));
}
