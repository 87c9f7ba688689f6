import { listWordings } from "~/data/consent-wordings.server";
import { toStored } from "~/data/stored-time.server";
import type { Actor } from "~/domain/actor";
import { isSameQuestion, type ShortVersion } from "~/domain/consent/short-version";
import { defaultWordingLanguage } from "~/domain/defaults/consent-wordings";
import { may } from "~/domain/permissions";
import type { ConsentScope } from "~/domain/record/fields";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { SharedEditOptions } from "./organisation-edit";
import { wordsDigest } from "./publish-default-wordings.server";
import { settleSharedChange } from "./settle-shared-change.server";

/**
 * `small`: it means the same. `changed`: whoever said yes is asked again for sessions still to come, and their answer
 * stands until then. `ended`: the same, and answers from before no longer count.
 */
export type WordingMeaning = "small" | "changed" | "ended";

export type NewWording = {
  scope: ConsentScope;
  words: string;
  short: ShortVersion | null;
  meaning: WordingMeaning;
};

/**
 * Puts a new version of a consent question in use. Versions before it stay as they are, and answers keep the one that
 * they were given to. Asking again lapses no sign-off; ended answers are missing, and a sign-off that rested on them
 * lapses. Refuses `forbidden`, `not_found` for a question that was never worded, `stale_version` and `unchanged`.
 */
export function publishWording(
  actor: Actor,
  { scope, words, short, meaning }: NewWording,
  { version, submission, clock }: SharedEditOptions,
): Promise<Outcome<{ version: number; signOffsTouched: number }>> {
  return change(
    actor,
    async (edit) => {
      const { tx, now, record } = edit;
      if (!may(actor, "organisation.edit"))
        return refuse("forbidden", "Only an administrator changes the questions.");
      const { organisationId, userId } = actor;
      await tx.$queryRaw`SELECT id FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`;
      const newest = (await listWordings(tx, organisationId)).findLast(
        (wording) => wording.scope === scope && wording.language === defaultWordingLanguage,
      );
      if (!newest) return refuse("not_found", "This question has no words to change.");
      if (newest.version !== version) return refuseStale();
      if (isSameQuestion(newest, { words, short })) return unchanged;
      const digest = wordsDigest(words, short);
      const { id, language } = newest;
      const next = newest.version + 1;
      const [changesMeaning, endsEarlier] = [meaning !== "small", meaning === "ended"];
      const publish = async () => {
        await tx.consentWording.create({
          data: {
            organisationId,
            id,
            version: next,
            language,
            scope,
            words,
            ...(short ? { short } : {}),
            digest,
            publishedAt: toStored(now),
            publishedBy: userId,
            changesMeaning,
            endsEarlier,
          },
        });
      };
      const signOffsTouched = changesMeaning
        ? await settleSharedChange({ ...edit, actor }, { kind: "organisation" }, publish)
        : await publish().then(() => 0);
      const subject = `wording:${id}` as const;
      record({
        type: "consent_wording.changed",
        subject,
        scope,
        version: next,
        language,
        digest,
        changesMeaning,
        endsEarlier,
      });
      return accept({ version: next, signOffsTouched });
    },
    { submission, clock },
  );
}

const unchanged = refuse("unchanged", "Change the words first: these are in use already", "words");
