import type { MailState } from "~/domain/mail-state";
import type { TagColour } from "./tag";

/** What has become of a mail, in a word or two. */
export const mailStateWords: Record<MailState, { words: string; colour: TagColour }> = {
  sent: { words: "Sent", colour: "green" },
  waiting: { words: "Not sent yet", colour: "yellow" },
  not_sent_yet: { words: "Not sent yet", colour: "yellow" },
  leaving: { words: "Being sent", colour: "blue" },
  may_not_have_left: { words: "May not have left", colour: "red" },
  refused: { words: "Refused", colour: "red" },
  dropped: { words: "Not sent", colour: "grey" },
  given_up: { words: "Not sent", colour: "red" },
};

/** What it means, and what to do. */
export const mailStateHints: Partial<Record<MailState, string>> = {
  not_sent_yet: "The mail server did not take it. It is tried again by itself.",
  may_not_have_left: "It was cut off while it was being sent. It may have arrived, or not.",
  refused: "The mail server refuses this address. Look whether it is right.",
  dropped: "When it was to leave, it was of no use any more, or no phone could have opened its link.",
  given_up: "It could not be sent while it was of use.",
};
