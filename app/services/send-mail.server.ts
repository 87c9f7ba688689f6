import { withOrganisation } from "~/data/database.server";
import { dropMail, holdDueMail, noteMailAttempt, settleMail, type MailId } from "~/data/mail.server";
import { writeLetter, type Letter, type Links } from "./write-letter.server";

export type { Letter } from "./write-letter.server";

/** What became of an attempt. `unreachable`: the server certainly did not take it. `uncertain`: it may have. */
export type Posted = "sent" | "refused" | "unreachable" | "uncertain";

export type SendMailOptions = {
  post: (mailId: string, letter: Letter) => Promise<Posted>;
  links: Links;
};

/**
 * Sends one mail of the outbox. Its text is made now, and the attempt is committed before anything leaves: whoever comes
 * after a crash finds it there and leaves the mail alone, because it may have left. Null where it is not to be sent: it
 * was, somebody else is at it, or it is of no use any more.
 */
export async function sendMail(mail: MailId, { post, links }: SendMailOptions): Promise<Posted | null> {
  const begun = await withOrganisation(
    { organisationId: mail.organisationId, actorId: null },
    async (tx): Promise<{ letter: Letter; attempt: number } | null> => {
      const due = await holdDueMail(tx, mail);
      if (!due) return null;
      const written = await writeLetter(tx, due, links);
      if (written) return { letter: written, attempt: await noteMailAttempt(tx, mail) };
      await dropMail(tx, mail);
      return null;
    },
  );
  if (!begun) return null;
  const posted = await post(mail.mailId, begun.letter);
  await settleMail(mail, begun.attempt, posted);
  return posted;
}
