import type { ConsentScope } from "../record/fields";
import { dateInWords, parseDate } from "../time/words";
import type { Standing } from "./answers";
import type { Again } from "./own-again";

/** What a young person is asked about, as the heading of their own page: short, and without a word of ours. */
export const ownHeadings: Record<ConsentScope, string> = {
  take_part: "Join the session",
  camera: "Show your face",
  voice: "Use your voice",
  name_shown: "Show a name",
  chat: "Write in the chat",
  recording_kept: "Keep a recording",
  rebroadcast: "Show it again",
  public_broadcast: "Anybody can watch",
  images: "Take pictures",
  third_party: "Another organisation",
  parent_contact: "Talk to your parent or carer",
};

/** How an answer of their own counts, in their words. */
export const ownAnswerWords: Record<Standing["counts"], string> = {
  yes: "Yes",
  no: "No",
  withdrawn: "No, you changed your mind",
  unconfirmed: "You said yes. We speak with you first",
};

/** What a young person is told who answers after the start. */
export const onlyNoes = "The session has started. We only save a no now.";

/** The words of a question in the sentences that they are made of, for reading one at a time. Nothing is left out. */
export function sentencesOf(words: string): string[] {
  return words.split(/(?<=[.?!])\s+/).filter(Boolean);
}

/** Who gave somebody their link, before it is known whose it is. */
export function givenBy(publicName: string | null): string {
  return `${publicName ?? "Somebody you know"} gave you this link.`;
}

/** Until when they agreed, a local date. */
export function yesUntil(day: string): string {
  return `You said yes until ${dateInWords(parseDate(day))}.`;
}

/** Beside a question that is asked once more, why, and whether the yes from before still counts. */
export const againWords: Record<Again, string> = {
  stands: "This question has changed. Please answer again. Your old answer counts until then.",
  told: "What we tell you here has changed. Please answer again. Your old answer counts until then.",
  ended: "This question has changed. Please answer again. Your old answer does not count now.",
  changed: "Your old yes does not fit our plan. Please answer again. It does not count now.",
};
