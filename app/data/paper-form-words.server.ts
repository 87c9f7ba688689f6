import type { Actor } from "~/domain/actor";
import type { HelpList } from "~/domain/consent/help-list";
import { readOrganisation } from "./database.server";
import { helpListOf } from "./help-list.server";
import { publicNameOf, ownWordsOnWhoToTell } from "./own-link-page.server";

/** What the organisation itself says on a paper form, beside the questions; null where it has no words of its own. */
export type PaperFormWords = { publicName: string | null; whoToTell: string | null; helpList: HelpList };

export function findPaperFormWords({ organisationId, userId }: Actor): Promise<PaperFormWords> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => ({
    publicName: await publicNameOf(tx, organisationId),
    whoToTell: await ownWordsOnWhoToTell(tx, organisationId),
    helpList: await helpListOf(tx, organisationId),
  }));
}
