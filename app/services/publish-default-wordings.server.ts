import { createHash } from "node:crypto";
import { newId } from "~/data/new-id.server";
import { defaultConsentWordings, defaultWordingLanguage } from "~/domain/defaults/consent-wordings";
import { readWhole, type ShortVersion } from "~/domain/consent/short-version";
import { defaultShortVersions } from "~/domain/defaults/short-versions";
import { consentScope } from "~/domain/record/fields";
import type { Change } from "./change.server";

/** The SHA-256 of all that is read of a question (UTF-8, Unicode NFC), by which an answer proves what was asked. */
export function wordsDigest(words: string, short: ShortVersion | null): string {
  return createHash("sha256").update(readWhole(words, short).normalize("NFC"), "utf8").digest("hex");
}

/** Publishes the first wording of every scope, as a part of making an organisation. */
export async function publishDefaultWordings(
  { tx, now, record }: Change,
  organisationId: string,
): Promise<void> {
  for (const scope of consentScope.options) {
    const words = defaultConsentWordings[scope];
    const short = defaultShortVersions[scope];
    const digest = wordsDigest(words, short);
    const wording = { id: newId(), version: 1, language: defaultWordingLanguage, digest };
    await tx.consentWording.create({
      data: { ...wording, organisationId, scope, words, short, publishedAt: new Date(now) },
    });
    const { id, version, language } = wording;
    record({ type: "consent_wording.published", subject: `wording:${id}`, version, language, digest });
  }
}
