import { withOrganisation } from "~/data/database.server";
import { mailedLinkToken } from "~/data/one-time-secret.server";
import type { Actor } from "~/domain/actor";
import { sendMail, type Letter } from "~/services/send-mail.server";

function mailsOf({ organisationId }: Actor, to?: string) {
  return withOrganisation({ organisationId, actorId: null }, (tx) =>
    tx.mail.findMany({
      where: { organisationId, ...(to && { toAddress: to }) },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
}

/** The tokens of the links that were to leave for an address, oldest first. */
export async function tokensMailedTo(actor: Actor, to: string): Promise<string[]> {
  return (await mailsOf(actor, to)).map(({ about }) => mailedLinkToken(about));
}

/** Has everything leave that waits in an organisation's outbox, and gives what left, oldest first. */
export async function lettersOf(actor: Actor): Promise<Letter[]> {
  const left: Letter[] = [];
  const links = {
    staff: (token: string) => `https://greenroom.example/link/${token}`,
    own: (token: string) => `https://greenroom.example/c/${token}`,
  };
  const post = (_id: string, letter: Letter) =>
    Promise.resolve(void left.push(letter)).then(() => "sent" as const);
  for (const { id } of await mailsOf(actor))
    await sendMail({ organisationId: actor.organisationId, mailId: id }, { post, links });
  return left;
}
