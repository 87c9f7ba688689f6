import { consentLinkToken } from "~/data/consent-link-token.server";
import type { SmallCheck } from "~/domain/consent/own-link";
import type { SessionRecord } from "~/domain/record/schema";
import { accept } from "~/domain/refusal";
import { askForAnswers } from "~/services/ask-for-answers.server";
import { change } from "~/services/change.server";
import { publishDefaultWordings } from "~/services/publish-default-wordings.server";
import type { StoredSession } from "./stored-session";

export const AGREED_WORD: SmallCheck = { kind: "word", word: "lantern" };

/** A session that asks about taking part, the camera, the voice and the name alone. */
export function askingTheUsual({ session, participants }: SessionRecord): void {
  Object.assign(session.media, { camera: true, voice: true, name: true, images: false, replay: false });
  session.media.chat.value = "off";
  session.media.recording.on = false;
  session.media.aiNotes.on = false;
  for (const participant of participants)
    Object.assign(participant, { exposure: { camera: true, voice: true, name: true, chat: false } });
}

/** The organisation of a stored session asks in the words that a new one starts with. */
export async function publishWords({ amina }: StoredSession): Promise<void> {
  const published = await change(amina, async (edit) => {
    await publishDefaultWordings(edit, amina.organisationId);
    return accept(null);
  });
  if (!published.ok) throw new Error(published.refusal.message);
}

/** Asks a young person of a stored session by a link. */
export async function askByLink(
  { record, amina, sessionId }: StoredSession,
  { check = AGREED_WORD, place = 0 }: { check?: SmallCheck; place?: number } = {},
): Promise<{ token: string; requestId: string }> {
  const participantId = record.participants[place]?.id ?? "";
  const made = await askForAnswers(amina, sessionId, [{ participantId, check }]);
  if (!made.ok) throw new Error(made.refusal.message);
  const requestId = made.value.requests[0]?.requestId ?? "";
  return { token: consentLinkToken(requestId), requestId };
}
