import type { Actor } from "~/domain/actor";
import { helpList, startingHelpList, type HelpList } from "~/domain/consent/help-list";
import { readOrganisation, type Transaction } from "./database.server";

/** The help list of an organisation; the one to start with where it has written none. */
export async function helpListOf(tx: Transaction, id: string): Promise<HelpList> {
  const row = await tx.organisation.findUniqueOrThrow({ where: { id }, select: { helpList: true } });
  return row.helpList === null ? startingHelpList : helpList.parse(row.helpList);
}

/** The same for the page on which it is written, with the version that an edit is made from. */
export function findHelpList({
  organisationId,
  userId,
}: Actor): Promise<{ list: HelpList; version: number }> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const { version } = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { version: true },
    });
    return { list: await helpListOf(tx, organisationId), version };
  });
}
