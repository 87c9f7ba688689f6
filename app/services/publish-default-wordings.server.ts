import { createHash } from "node:crypto";
import { newId } from "~/data/new-id.server";
import { defaultConsentWordings, defaultWordingLanguage } from "~/domain/defaults/consent-wordings";
import { consentScope } from "~/domain/record/fields";
import type { Change } from "./change.server";

/** The SHA-256 of a question's exact words (UTF-8, Unicode NFC), by which an answer proves what was asked. */
export function wordsDigest(words: string): string {
  return createHash("sha256").update(words.normalize("NFC"), "utf8").digest("hex");
}

/** Publishes the first wording of every scope, as a part of making an organisation. */
export async function publishDefaultWordings(
  { tx, now, record }: Change,
  organisationId: string,
): Promise<void> {
  for (const scope of consentScope.options) {
    const words = defaultConsentWordings[scope];
    const wording = { id: newId(), version: 1, language: defaultWordingLanguage, digest: wordsDigest(words) };
    await tx.consentWording.create({
      data: { ...wording, organisationId, scope, words, publishedAt: new Date(now) },
    });
    const { id, version, language, digest } = wording;
    record({ type: "consent_wording.published", subject: `wording:${id}`, version, language, digest });
  }
}
