import type { TagColour } from "./tag";

/** What has become of an invitation, in a sentence. */
export const invitationWords = {
  open: "Nobody has used it yet.",
  waiting: "Somebody used the code. You have to confirm that it is them before they see anything.",
  joined: "They have joined.",
  lapsed: "Its time is over. Make it again if they still want to join.",
  taken_back: "It was taken back and opens nothing any more.",
};

export type InvitationState = keyof typeof invitationWords;

export const invitationTags: Record<InvitationState, { words: string; colour: TagColour }> = {
  open: { words: "Not used yet", colour: "blue" },
  waiting: { words: "Confirm who it is", colour: "yellow" },
  joined: { words: "Joined", colour: "green" },
  lapsed: { words: "Too old", colour: "grey" },
  taken_back: { words: "Taken back", colour: "grey" },
};
