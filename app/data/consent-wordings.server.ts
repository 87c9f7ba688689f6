import { shortVersion, type ShortVersion } from "~/domain/consent/short-version";
import { consentScope, type ConsentScope } from "~/domain/record/fields";
import type { Actor } from "~/domain/actor";
import { readOrganisation, type Transaction } from "./database.server";

export type Wording = {
  id: string;
  version: number;
  language: string;
  scope: ConsentScope;
  words: string;
  /** What they read first, a line beside a picture; null where there is none. */
  short: ShortVersion | null;
  /** The SHA-256 of all that they read: the words, and the lines of the short version. */
  digest: string;
};

/** The newest words of each question in a language, as the organisation asks it now. */
export async function findCurrentWordings(
  actor: Actor,
  language: string,
): Promise<Map<ConsentScope, Wording>> {
  const all = await findWordings(actor);
  const inLanguage = all.filter((wording) => wording.language === language);
  return new Map(inLanguage.map((wording) => [wording.scope, wording]));
}

/** Every published version of every question, the oldest first. */
export function findWordings({ organisationId, userId }: Actor): Promise<Wording[]> {
  return readOrganisation({ organisationId, actorId: userId }, (tx) => listWordings(tx, organisationId));
}

/** As `findWordings`, inside a transaction. */
export async function listWordings(tx: Transaction, organisationId: string): Promise<Wording[]> {
  const rows = await tx.consentWording.findMany({
    where: { organisationId },
    orderBy: [{ publishedAt: "asc" }, { version: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, version, scope, words, short, digest, language }) => ({
    id,
    version,
    language,
    scope: consentScope.parse(scope),
    words,
    short: short === null ? null : shortVersion.parse(short),
    digest,
  }));
}
